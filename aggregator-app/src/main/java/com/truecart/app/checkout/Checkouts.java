package com.truecart.app.checkout;

import com.truecart.app.basket.BasketContents;
import com.truecart.app.basket.BasketContents.Wanted;
import com.truecart.app.basket.BasketPlans;
import com.truecart.app.basket.Baskets;
import com.truecart.app.basket.PlanChoice;
import com.truecart.app.basket.PlanWishes;
import com.truecart.app.basket.ProposedPlan;
import com.truecart.app.catalog.ProductId;
import com.truecart.app.checkout.Proposal.Line;
import com.truecart.app.order.OrderId;
import com.truecart.app.order.Orders;
import com.truecart.app.order.RestLine;
import com.truecart.app.order.RestTerms;
import com.truecart.app.order.Rests;
import com.truecart.app.order.ShortagePolicy;
import com.truecart.app.payment.PaymentView;
import com.truecart.app.payment.Payments;
import com.truecart.pricing.plan.PurchasePlan.Strategy;
import com.truecart.spi.Recipient;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** From a chosen plan over the stores' own quotes and the shopper's consent to an order. */
@Service
public class Checkouts {
    /** Older figures are asked for anew before anything is placed. */
    private static final Duration FRESH = Duration.ofMinutes(5);

    private final Baskets baskets;
    private final BasketPlans plans;
    private final Quotes quotes;
    private final CheckoutRecord record;
    private final Orders orders;
    private final Rests rests;
    private final Payments payments;
    private final SpendingLimits limits;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Checkouts(
            Baskets baskets,
            BasketPlans plans,
            Quotes quotes,
            CheckoutRecord record,
            Orders orders,
            Rests rests,
            Payments payments,
            SpendingLimits limits,
            TransactionTemplate transaction,
            Clock clock) {
        this.baskets = baskets;
        this.plans = plans;
        this.quotes = quotes;
        this.record = record;
        this.orders = orders;
        this.rests = rests;
        this.payments = payments;
        this.limits = limits;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The plan a shopper is about to check out with; empty where the basket is. */
    public Optional<ProposedPlan> plan(UUID shopper, PlanChoice choice) {
        return plans.plan(baskets.of(shopper), choice, clock.instant());
    }

    /**
     * Asks the stores of the shopper's plan what they charge.
     *
     * @param payTruecart whether the shopper wants to pay Truecart rather than each store; stores
     *     that Truecart cannot pay are paid by the shopper all the same
     * @param shortage what is to be done where a store turns out not to have goods
     * @return empty where the plan has no store that takes orders
     */
    public Optional<Checkout> start(
            UUID shopper,
            PlanChoice choice,
            Recipient recipient,
            boolean payTruecart,
            ShortagePolicy shortage) {
        return start(
                shopper, choice, baskets.of(shopper), List.of(), recipient, payTruecart, shortage);
    }

    /**
     * Asks the stores of the cheapest plan for the rest of an order what they charge; what was
     * placed stays as it is.
     *
     * @return empty where no other store that takes orders sells any of it
     */
    public Optional<Checkout> startRest(UUID shopper, List<RestLine> rest) {
        RestTerms terms = rests.terms(rest);
        return start(
                shopper,
                new PlanChoice(Strategy.CHEAPEST, true, PlanWishes.NONE.without(terms.without())),
                wants(rest, terms.codes()),
                rest,
                terms.recipient(),
                terms.payTruecart(),
                terms.shortage());
    }

    private Optional<Checkout> start(
            UUID shopper,
            PlanChoice choice,
            BasketContents contents,
            List<RestLine> rest,
            Recipient recipient,
            boolean payTruecart,
            ShortagePolicy shortage) {
        return plans.plan(contents, choice, clock.instant())
                .filter(plan -> !plan.orderable().isEmpty())
                .map(plan -> {
                    Quotes.Asked asked =
                            quotes.ask(
                                    plan,
                                    contents.codes(),
                                    recipient,
                                    payTruecart && offersToPayTruecart(plan),
                                    shortage);
                    Checkout checkout =
                            new Checkout(
                                    new CheckoutId(UUID.randomUUID()),
                                    shopper,
                                    choice,
                                    rest,
                                    contents.codes(),
                                    recipient,
                                    payTruecart,
                                    asked.proposal(),
                                    false,
                                    clock.instant());
                    record.insert(checkout, baskets.idOf(shopper), asked.tokens());
                    return checkout;
                });
    }

    private static BasketContents wants(List<RestLine> rest, Set<String> codes) {
        Map<ProductId, Integer> units = new LinkedHashMap<>();
        rest.forEach(line -> units.merge(line.product(), line.quantity(), Integer::sum));
        return new BasketContents(
                units.entrySet().stream()
                        .map(want -> new Wanted(want.getKey(), want.getValue()))
                        .toList(),
                codes);
    }

    /** Whether the shopper can pay us for such a plan: there is an account for its currency. */
    public boolean offersToPayTruecart(ProposedPlan plan) {
        return !payments.ways(plan.total().currency()).isEmpty();
    }

    /** Whether an order waits for its payment to us. */
    public boolean awaitsPayment(OrderId order) {
        return payments.of(order.value()).filter(PaymentView::isOpen).isPresent();
    }

    /** Who received this shopper's latest order, to begin with the next time. */
    public Optional<Recipient> latestRecipient(UUID shopper) {
        return record.latestRecipient(shopper);
    }

    /** A checkout of this shopper. */
    public Optional<Checkout> find(CheckoutId id, UUID shopper) {
        return record.find(id, shopper);
    }

    /** The order that was made from it. */
    public Optional<OrderId> orderOf(Checkout checkout) {
        return orders.ofCheckout(checkout.id().value(), checkout.shopper());
    }

    /** What came of confirming. */
    public sealed interface Outcome {
        /** There is an order; the same one however often this is confirmed. */
        record Ordered(OrderId order) implements Outcome {}

        /** Something is not as agreed, so the shopper is asked again. */
        record AskAgain(Proposal before, Checkout now) implements Outcome {}

        /**
         * The basket, or the rest of the order, no longer has what was quoted; most likely another
         * window ordered it.
         */
        record BasketChanged(Checkout now) implements Outcome {}

        /** It would pass what the shopper wants to spend at most in a month. */
        record PassesLimit(Checkout now, Spending spending) implements Outcome {}

        /** No store would sell any more. */
        record NothingLeft(Checkout now) implements Outcome {}
    }

    /**
     * Takes the shopper's consent, to exactly what was shown.
     *
     * @param agreed {@link Proposal#fingerprint()} of what was shown
     */
    public Outcome confirm(Checkout checkout, String agreed) {
        Optional<OrderId> earlier = orderOf(checkout);
        if (earlier.isPresent()) {
            return new Outcome.Ordered(earlier.get());
        }
        if (checkout.proposal().quoted().isEmpty()) {
            return new Outcome.NothingLeft(checkout);
        }
        if (!sameDigest(checkout.proposal().fingerprint(), agreed)) {
            return new Outcome.AskAgain(checkout.proposal(), checkout);
        }
        if (isFresh(checkout, clock.instant())) {
            return ordered(checkout, checkout);
        }
        Optional<Checkout> again = askAgain(checkout);
        if (again.isEmpty() || again.get().proposal().quoted().isEmpty()) {
            return new Outcome.NothingLeft(again.orElse(checkout));
        }
        return Consent.covers(checkout.proposal(), again.get().proposal())
                ? ordered(checkout, again.get())
                : new Outcome.AskAgain(checkout.proposal(), again.get());
    }

    private Outcome ordered(Checkout agreed, Checkout now) {
        try {
            return order(now)
                    .<Outcome>map(Outcome.Ordered::new)
                    .orElseGet(() ->
                            new Outcome.AskAgain(
                                    agreed.proposal(),
                                    record.find(now.id(), now.shopper()).orElseThrow()));
        } catch (BoughtElsewhere _) {
            return new Outcome.BasketChanged(now);
        } catch (SpendingLimits.Passed passed) {
            return new Outcome.PassesLimit(now, passed.spending());
        }
    }

    /** Rolls the order back that would buy a second time what another window has bought. */
    private static final class BoughtElsewhere extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** The stores' figures of this moment, in the place of those shown before. */
    private Optional<Checkout> askAgain(Checkout checkout) {
        BasketContents contents =
                checkout.rest().isEmpty()
                        ? baskets.of(checkout.shopper())
                        : wants(checkout.rest(), checkout.codes());
        return plans.plan(contents, checkout.choice(), clock.instant())
                .map(plan -> {
                    Quotes.Asked asked =
                            quotes.ask(
                                    plan,
                                    checkout.codes(),
                                    checkout.recipient(),
                                    checkout.payTruecart() && offersToPayTruecart(plan),
                                    checkout.proposal().shortage());
                    Checkout again =
                            new Checkout(
                                    checkout.id(),
                                    checkout.shopper(),
                                    checkout.choice(),
                                    checkout.rest(),
                                    checkout.codes(),
                                    checkout.recipient(),
                                    checkout.payTruecart(),
                                    asked.proposal(),
                                    false,
                                    clock.instant());
                    record.replace(again, asked.tokens());
                    return again;
                });
    }

    private static boolean isFresh(Checkout checkout, Instant now) {
        return checkout.quotedAt().plus(FRESH).isAfter(now)
                && checkout.proposal().quoted().stream()
                        .allMatch(quote ->
                                quote.until().map(until -> until.isAfter(now)).orElse(true));
    }

    private static boolean sameDigest(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Consent, order and what is no longer wanted in one transaction; whoever confirms second is
     * given the first one's order.
     *
     * @return empty where newer figures took the place of these
     */
    private Optional<OrderId> order(Checkout checkout) {
        OrderId made =
                transaction.execute(status -> {
                    if (!record.confirm(checkout, clock.instant())) {
                        status.setRollbackOnly();
                        return null;
                    }
                    OrderId order =
                            orders.open(OrderOfCheckout.of(checkout, record.tokens(checkout.id())));
                    if (!take(checkout, order)) {
                        throw new BoughtElsewhere();
                    }
                    limits.check(checkout.shopper(), order, checkout.proposal().ceiling());
                    return order;
                });
        return Optional.ofNullable(made).or(() -> orderOf(checkout));
    }

    /** Whether all that is ordered was still wanted; from now on it is not. */
    private boolean take(Checkout checkout, OrderId order) {
        return checkout.rest().isEmpty()
                ? baskets.remove(checkout.shopper(), bought(checkout))
                : rests.buyAgain(checkout.restBought(), order);
    }

    private static List<ProductId> bought(Checkout checkout) {
        return checkout.proposal().quoted().stream()
                .flatMap(quote -> quote.lines().stream())
                .map(Line::product)
                .toList();
    }
}
