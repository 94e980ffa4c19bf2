package com.truecart.app.order;

import com.truecart.app.order.SubOrderEvent.AnswerLost;
import com.truecart.app.order.SubOrderEvent.NoneFound;
import com.truecart.app.order.SubOrderEvent.SendBegun;
import com.truecart.app.order.SubOrderEvent.StoreHasIt;
import com.truecart.app.order.SubOrderEvent.StoreRefused;
import com.truecart.app.order.SubOrderState.AwaitingBuyer;
import com.truecart.app.order.SubOrderState.AwaitingPayment;
import com.truecart.app.order.SubOrderState.Cancelled;
import com.truecart.app.order.SubOrderState.Delivered;
import com.truecart.app.order.SubOrderState.InDoubt;
import com.truecart.app.order.SubOrderState.Placed;
import com.truecart.app.order.SubOrderState.Placing;
import com.truecart.app.order.SubOrderState.Rejected;
import com.truecart.app.order.SubOrderState.Shipped;
import com.truecart.spi.OrderHandle;
import com.truecart.spi.UpstreamException;
import com.truecart.spi.UpstreamOrder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Does the next thing for a sub-order, whatever state it is in: place it, find out about it, follow
 * it. Everything it needs to know is in the record, so that it can be killed at any point and
 * somebody else goes on.
 */
@Component
class OrderDesk {
    /** Longer than any look takes; a look that died is taken up again after it. */
    static final Duration LEASE = Duration.ofMinutes(1);

    private static final Logger LOG = LoggerFactory.getLogger(OrderDesk.class);
    private static final int MOST_RELOADS = 10;
    private final OrderRecord record;
    private final DueRecord due;
    private final StoreOrders stores;
    private final Placer placer;
    private final Reconciler reconciler;
    private final Shortages shortages;
    private final SideBySide sideBySide;
    private final Clock clock;

    OrderDesk(
            OrderRecord record,
            DueRecord due,
            StoreOrders stores,
            Placer placer,
            Reconciler reconciler,
            Shortages shortages,
            SideBySide sideBySide,
            Clock clock) {
        this.record = record;
        this.due = due;
        this.stores = stores;
        this.placer = placer;
        this.reconciler = reconciler;
        this.shortages = shortages;
        this.sideBySide = sideBySide;
        this.clock = clock;
    }

    /**
     * One step for everything of an order that is due. Called by whoever holds the order's wake-up;
     * where that one lost it meanwhile, every move is still fenced by the version it began from.
     *
     * @return when to come again; empty where nothing more is expected
     */
    Optional<Instant> advance(OrderId order) {
        List<Runnable> steps = new ArrayList<>();
        for (Taken taken : record.inOneTransaction(() -> take(order))) {
            steps.add(() -> advance(taken));
        }
        if (!steps.isEmpty()) {
            sideBySide.run(steps);
        }
        return due.next(order);
    }

    /**
     * What is due, the intent to send committed with it: one transaction for all stores of an
     * order.
     */
    private List<Taken> take(OrderId order) {
        Instant now = clock.instant();
        return due.take(order, now, LEASE).stream().map(one -> taken(one, now)).toList();
    }

    private Taken taken(SubOrder one, Instant now) {
        return one.state() instanceof Placing placing && placing.sentAt().isEmpty()
                ? new Taken(one, record.apply(one, new SendBegun(now), now))
                : new Taken(one, Optional.empty());
    }

    /**
     * A sub-order that somebody works on now.
     *
     * @param toSend the same, with the intent to send it committed; empty where it is not to be
     *     sent for the first time
     */
    private record Taken(SubOrder was, Optional<SubOrder> toSend) {}

    private void advance(Taken taken) {
        try {
            next(taken).ifPresent(learnt -> settle(taken.was().id(), learnt));
        } catch (RuntimeException e) {
            LOG.error("Sub-order {} could not be advanced; it is tried again", taken.was().id(), e);
        }
    }

    private Optional<Learnt> next(Taken taken) {
        SubOrder subOrder = taken.was();
        return switch (subOrder.state()) {
            case Placing placing -> place(taken, placing);
            case InDoubt doubt -> reconciler.look(subOrder, doubt);
            case AwaitingBuyer _ -> of(subOrder, reconciler.hasBuyerFinished(subOrder));
            case Placed _, Shipped _ -> track(subOrder);
            // nothing is expected, but the store hints, or money may come back
            case Delivered _, Cancelled _ -> trackEnded(subOrder);
            case Rejected _ -> {
                shortages.see(subOrder);
                yield Optional.empty();
            }
            case AwaitingPayment _ -> Optional.empty();
        };
    }

    private static Optional<Learnt> of(SubOrder subOrder, SubOrderEvent event) {
        return Optional.of(new Learnt(event, subOrder.version()));
    }

    private Optional<Learnt> trackEnded(SubOrder subOrder) {
        Optional<Learnt> learnt = track(subOrder);
        if (learnt.isEmpty()) {
            putOff(subOrder);
        }
        return learnt;
    }

    private void putOff(SubOrder ended) {
        Instant now = clock.instant();
        due.putOff(ended, record.nextCheck(ended, now), now);
    }

    private Optional<Learnt> place(Taken taken, Placing placing) {
        if (placing.sentAt().isPresent()) {
            // still being sent, and its order's wake-up is ours: whoever sent it is no more
            return of(
                    taken.was(),
                    new AnswerLost(placing.attempt(), "whoever sent it never came back"));
        }
        boolean stale = Placer.isStale(taken.was(), clock.instant());
        return taken.toSend()
                .map(begun ->
                        stale
                                ? new Learnt(
                                        new StoreRefused(
                                                placing.attempt(),
                                                OwnReason.TOO_LATE.sentence(),
                                                Optional.empty()),
                                        begun.version())
                                : placer.sendBegun(begun));
    }

    private Optional<Learnt> track(SubOrder subOrder) {
        try {
            OrderHandle handle = record.handle(subOrder.id());
            UpstreamOrder stated =
                    stores.ask(subOrder.store().connectionId(), gateway -> gateway.track(handle));
            return of(subOrder, new StoreHasIt(stated));
        } catch (UpstreamException e) {
            LOG.info(
                    "Store {} does not say where {} is: {}",
                    subOrder.store(),
                    subOrder.id(),
                    Placer.message(e));
            return Optional.empty();
        }
    }

    /**
     * Records what was learnt; where somebody changed the sub-order meanwhile, against what it is
     * now. What a store showed before that change is older than what is known: it replaces nothing
     * that a store showed, and the store is asked again.
     */
    private void settle(SubOrderId id, Learnt learnt) {
        for (int i = 0; i < MOST_RELOADS; i++) {
            SubOrder current = record.find(id).orElseThrow();
            boolean older = current.version() != learnt.version();
            if (older && learnt.event() instanceof NoneFound) {
                return;
            }
            boolean replacesNewer = older && isKnown(current.state(), learnt.event());
            if (replacesNewer
                    || record.apply(current, learnt.event(), clock.instant()).isPresent()) {
                if (older && learnt.event() instanceof StoreHasIt) {
                    due.askAgain(id, clock.instant());
                }
                return;
            }
        }
        throw new IllegalStateException("sub-order " + id + " never stood still");
    }

    private static boolean isKnown(SubOrderState state, SubOrderEvent event) {
        return event instanceof StoreHasIt(UpstreamOrder order)
                && state.storesNumber()
                        .filter(order.handle().upstreamOrderId()::equals)
                        .isPresent();
    }
}
