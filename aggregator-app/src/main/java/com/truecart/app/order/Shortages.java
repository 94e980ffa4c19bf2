package com.truecart.app.order;

import static java.util.stream.Collectors.toMap;

import com.truecart.app.catalog.ProductId;
import com.truecart.app.order.ConsentLimit.Agreed;
import com.truecart.app.order.NewOrder.NewSubOrder;
import com.truecart.app.order.Shortage.Step;
import com.truecart.app.payment.Bills;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sees to the goods of parts that were surely not placed: does what was agreed to for this case,
 * and leaves out at the deadline what came to nothing.
 *
 * <p>Nothing is ever sent again. What is ordered in the place of a refused part is a new part with
 * a key of its own; that it is made once is sure because each line of the refused part is decided
 * about once, in the same transaction, while the part is seen to be refused.
 */
@Component
class Shortages {
    private static final Logger LOG = LoggerFactory.getLogger(Shortages.class);

    /**
     * A store that says it has the goods and then refuses them so often is not believed any more.
     */
    private static final int MOST_TRIES = 6;

    private static final Duration RAREST = Duration.ofHours(6);

    private final ShortageRecord record;
    private final OrderRecord orders;
    private final SoldParts sold;
    private final Rests rests;
    private final NewParts parts;
    private final OtherOffers offers;
    private final ConsentLimit limit;
    private final Bills bills;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Shortages(
            ShortageRecord record,
            OrderRecord orders,
            SoldParts sold,
            Rests rests,
            NewParts parts,
            OtherOffers offers,
            ConsentLimit limit,
            Bills bills,
            TransactionTemplate transaction,
            Clock clock) {
        this.record = record;
        this.orders = orders;
        this.sold = sold;
        this.rests = rests;
        this.parts = parts;
        this.offers = offers;
        this.limit = limit;
        this.bills = bills;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Looks after a refused part that is due; says in the record when to come again. */
    void see(SubOrder part) {
        Optional<Shortage> found = record.find(part.id()).filter(one -> one.step().isOpen());
        if (found.isEmpty()) {
            record.nextLook(part, null);
            return;
        }
        Shortage shortage = found.get();
        List<RestLine> goods =
                rests.of(part.order()).stream()
                        .filter(line -> line.part().equals(part.id()))
                        .toList();
        if (goods.isEmpty()) {
            close(part, shortage, Step.DECIDED);
        } else if (!clock.instant().isBefore(shortage.until())) {
            leaveOut(part, shortage, goods);
        } else if (shortage.step() == Step.ASKING) {
            record.nextLook(part, shortage.until());
        } else {
            act(part, shortage, goods);
        }
    }

    private void act(SubOrder part, Shortage shortage, List<RestLine> goods) {
        ShortagePolicy policy = record.policy(part.order()).orElseThrow();
        switch (policy.choice()) {
            case CANCEL -> leaveOut(part, shortage, goods);
            case REPLACE -> {
                List<NewSubOrder> elsewhere =
                        offers.elsewhere(goods, record.shortStores(part.order()));
                if (!order(part, shortage, goods, elsewhere, policy, Step.REPLACED)) {
                    ask(part, shortage);
                }
            }
            case WAIT -> {
                if (record.inPlaceOf(agreed(part)).tries() >= MOST_TRIES) {
                    leaveOut(part, shortage, goods);
                    return;
                }
                List<NewSubOrder> again = offers.again(part.id()).stream().toList();
                if (!order(part, shortage, goods, again, policy, Step.TRIED_AGAIN)) {
                    record.nextLook(part, nextTry(shortage, clock.instant()));
                }
            }
        }
    }

    /** A quarter of its age on, as with everything that is waited for; at the latest at the end. */
    private static Instant nextTry(Shortage shortage, Instant now) {
        Duration quarter = Duration.between(shortage.openedAt(), now).dividedBy(4);
        Duration wait =
                quarter.compareTo(ShortageRecord.SOONEST) < 0
                        ? ShortageRecord.SOONEST
                        : quarter.compareTo(RAREST) > 0 ? RAREST : quarter;
        Instant next = now.plus(wait);
        return next.isBefore(shortage.until()) ? next : shortage.until();
    }

    private SubOrder agreed(SubOrder part) {
        return orders.find(record.agreed(part.id())).orElseThrow();
    }

    /** Orders them where the consent and the money that is there cover it, else does nothing. */
    private boolean order(
            SubOrder part,
            Shortage shortage,
            List<RestLine> goods,
            List<NewSubOrder> offered,
            ShortagePolicy policy,
            Step step) {
        SubOrder agreed = agreed(part);
        Map<ProductId, Integer> wanted =
                goods.stream().collect(toMap(RestLine::product, RestLine::quantity, Integer::sum));
        boolean ordered =
                Boolean.TRUE.equals(
                        transaction.execute(status -> {
                            record.lock(List.of(part.id()));
                            boolean done =
                                    isCovered(agreed, policy, wanted, offered)
                                            && rests.buyAgainAsAgreed(goods, part.order())
                                            && record.move(
                                                    part.id(),
                                                    Step.ACTING,
                                                    step,
                                                    shortage.until(),
                                                    clock.instant());
                            if (done) {
                                offered.forEach(
                                        one -> parts.inPlaceOf(agreed, one, clock.instant()));
                                bills.orderChanged(part.order().value());
                            }
                            if (!done || !isPaid(part)) {
                                status.setRollbackOnly();
                                return false;
                            }
                            return true;
                        }));
        if (ordered) {
            LOG.info("The goods of sub-order {} are ordered anew: {}", part.id(), step);
        }
        return ordered;
    }

    private boolean isCovered(
            SubOrder agreed,
            ShortagePolicy policy,
            Map<ProductId, Integer> wanted,
            List<NewSubOrder> offered) {
        return limit.covers(
                new Agreed(
                        agreed.merchant(),
                        agreed.paymentMethod(),
                        agreed.quoted().total(),
                        record.inPlaceOf(agreed).standing(),
                        sold.find(agreed.id()).orElseThrow().lines(),
                        policy),
                wanted,
                offered);
    }

    /**
     * Whether what is held or taken by now is enough for all that may still become of the order.
     */
    private boolean isPaid(SubOrder part) {
        return switch (part.merchant()) {
            case THE_STORE -> true;
            case TRUECART ->
                    bills.covers(
                            part.order().value(),
                            Settlement.of(
                                            orders.ofOrder(part.order()),
                                            record.acting(part.order()),
                                            part.quoted().total().currency())
                                    .atMost());
        };
    }

    private void ask(SubOrder part, Shortage shortage) {
        Instant now = clock.instant();
        transaction.executeWithoutResult(_ -> {
            record.lock(List.of(part.id()));
            if (record.move(
                    part.id(),
                    shortage.step(),
                    Step.ASKING,
                    now.plus(ShortageRecord.TO_CHOOSE),
                    now)) {
                // what the shopper chooses is paid anew
                bills.orderChanged(part.order().value());
            }
        });
    }

    private void leaveOut(SubOrder part, Shortage shortage, List<RestLine> goods) {
        transaction.executeWithoutResult(_ -> {
            rests.leaveOutAsAgreed(goods);
            close(part, shortage, Step.CANCELLED);
        });
    }

    private void close(SubOrder part, Shortage shortage, Step step) {
        transaction.executeWithoutResult(_ -> {
            record.lock(List.of(part.id()));
            if (record.move(part.id(), shortage.step(), step, shortage.until(), clock.instant())) {
                bills.orderChanged(part.order().value());
            }
        });
    }
}
