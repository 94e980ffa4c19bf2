package com.truecart.app.basket;

import com.truecart.app.basket.ListWatch.Seen;
import com.truecart.app.catalog.ProductsChanged;
import com.truecart.app.web.Problem;
import com.truecart.model.Money;
import com.truecart.pricing.plan.PurchasePlan.Strategy;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/** Lists people wait to cost less. Only lists with a changed product are planned anew. */
@Service
public class ListWatches {
    private static final Logger LOG = LoggerFactory.getLogger(ListWatches.class);

    /** Each is planned after every change of its products. */
    static final int MOST_PER_SHOPPER = 10;

    private static final int AT_ONCE = 20;

    private final ListWatchRecord record;
    private final BasketPlans plans;
    private final Clock clock;
    private final AtomicBoolean isPlanning = new AtomicBoolean();

    ListWatches(ListWatchRecord record, BasketPlans plans, Clock clock) {
        this.record = record;
        this.plans = plans;
        this.clock = clock;
    }

    /** This shopper's, the oldest first. */
    public List<ListWatch> of(UUID shopper) {
        return record.of(shopper);
    }

    /**
     * Watches this list from now on.
     *
     * <p>Refused as a conflict where there are {@link #MOST_PER_SHOPPER} already, or nothing is on
     * the list.
     */
    public ListWatch add(UUID shopper, PlanQuestion question, Money below) {
        if (question.contents().wants().isEmpty()) {
            throw Problem.conflict("the list is empty; put something into the basket first");
        }
        if (record.count(shopper) >= MOST_PER_SHOPPER) {
            throw Problem.conflict(
                    "at most " + MOST_PER_SHOPPER + " lists are watched; remove one first");
        }
        ListWatch watch =
                new ListWatch(
                        UUID.randomUUID(),
                        shopper,
                        question.contents(),
                        question.onlyOrderable(),
                        question.wishes(),
                        below,
                        Optional.empty(),
                        Optional.empty());
        record.insert(watch, clock.instant());
        look(watch);
        return record.of(shopper).stream()
                .filter(one -> one.id().equals(watch.id()))
                .findFirst()
                .orElse(watch);
    }

    /** Ends one; nothing happens where it is not this shopper's. */
    public void remove(UUID shopper, UUID id) {
        record.remove(shopper, id);
    }

    @EventListener
    void expect(ProductsChanged changed) {
        record.touch(changed.products());
    }

    /** Wakes whoever plans what is due: planning takes time the scheduler needs for others. */
    @Scheduled(fixedDelay = 5_000)
    void wake() {
        if (isPlanning.compareAndSet(false, true)) {
            Thread.ofVirtual().name("list-watches").start(this::lookAtDue);
        }
    }

    private void lookAtDue() {
        try {
            record.takeDue(AT_ONCE).forEach(this::lookOrLeave);
        } catch (RuntimeException e) {
            LOG.error("Watched lists could not be read; they stay due", e);
        } finally {
            isPlanning.set(false);
        }
    }

    private void lookOrLeave(ListWatch watch) {
        try {
            look(watch);
        } catch (RuntimeException e) {
            LOG.error(
                    "Watched list {} could not be planned; its next change tries again",
                    watch.id(),
                    e);
        }
    }

    private void look(ListWatch watch) {
        Instant now = clock.instant();
        PlanChoice cheapest =
                new PlanChoice(Strategy.CHEAPEST, watch.onlyOrderable(), watch.wishes());
        plans.plan(watch.contents(), cheapest, now)
                .filter(plan -> plan.total().currency().equals(watch.below().currency()))
                .ifPresent(plan -> {
                    Seen seen =
                            new Seen(plan.total(), plan.parts().size(), plan.missing().size(), now);
                    boolean isReached =
                            plan.missing().isEmpty() && plan.total().compareTo(watch.below()) <= 0;
                    record.seen(watch.id(), seen, isReached);
                });
    }
}
