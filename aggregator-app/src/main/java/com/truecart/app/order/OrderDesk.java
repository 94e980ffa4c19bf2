package com.truecart.app.order;

import com.truecart.app.order.SubOrderEvent.AnswerLost;
import com.truecart.app.order.SubOrderEvent.NoneFound;
import com.truecart.app.order.SubOrderEvent.SendBegun;
import com.truecart.app.order.SubOrderEvent.StoreHasIt;
import com.truecart.app.order.SubOrderEvent.StoreRefused;
import com.truecart.app.order.SubOrderState.AwaitingBuyer;
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
    private final StoreOrders stores;
    private final Placer placer;
    private final Reconciler reconciler;
    private final Clock clock;

    OrderDesk(
            OrderRecord record,
            StoreOrders stores,
            Placer placer,
            Reconciler reconciler,
            Clock clock) {
        this.record = record;
        this.stores = stores;
        this.placer = placer;
        this.reconciler = reconciler;
        this.clock = clock;
    }

    /** One step for one sub-order. */
    void advance(SubOrderId id) {
        record.find(id).ifPresent(this::advance);
    }

    /** Sub-orders that are due now. */
    List<SubOrderId> due(int atMost) {
        return record.takeDue(clock.instant(), LEASE, atMost);
    }

    /**
     * What an earlier run left behind: whatever may have left is in doubt, and is never simply sent
     * again; whatever surely had not left is placed now.
     */
    void takeOver() {
        Instant now = clock.instant();
        for (SubOrder left : record.beingPlaced()) {
            if (left.state() instanceof Placing placing && placing.sentAt().isPresent()) {
                LOG.warn("Sub-order {} was being sent when we stopped: now in doubt", left.id());
                settle(
                        left.id(),
                        new Learnt(
                                new AnswerLost(
                                        placing.attempt(), "we were stopped while sending it"),
                                left.version()));
            }
        }
        record.releaseAll(now);
    }

    private void advance(SubOrder subOrder) {
        next(subOrder).ifPresent(learnt -> settle(subOrder.id(), learnt));
    }

    private Optional<Learnt> next(SubOrder subOrder) {
        return switch (subOrder.state()) {
            case Placing placing -> place(subOrder, placing);
            case InDoubt doubt -> reconciler.look(subOrder, doubt);
            case AwaitingBuyer _ -> of(subOrder, reconciler.hasBuyerFinished(subOrder));
            case Placed _, Shipped _ -> track(subOrder);
            // nothing is expected, but the store hints, or money may come back
            case Delivered _, Cancelled _ -> trackEnded(subOrder);
            case Rejected _ -> Optional.empty();
        };
    }

    private static Optional<Learnt> of(SubOrder subOrder, SubOrderEvent event) {
        return Optional.of(new Learnt(event, subOrder.version()));
    }

    private Optional<Learnt> trackEnded(SubOrder subOrder) {
        Optional<Learnt> learnt = track(subOrder);
        if (learnt.isEmpty()) {
            record.putOff(subOrder, clock.instant());
        }
        return learnt;
    }

    private Optional<Learnt> place(SubOrder subOrder, Placing placing) {
        if (placing.sentAt().isPresent()) {
            // due again while still being sent: whoever sent it is no more
            return of(
                    subOrder, new AnswerLost(placing.attempt(), "whoever sent it never came back"));
        }
        if (Placer.isStale(subOrder, clock.instant())) {
            return record.apply(subOrder, new SendBegun(clock.instant()), clock.instant())
                    .map(claimed ->
                            new Learnt(
                                    new StoreRefused(
                                            placing.attempt(),
                                            OwnReason.TOO_LATE.sentence(),
                                            Optional.empty()),
                                    claimed.version()));
        }
        return placer.send(subOrder);
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
                    record.askAgain(id, clock.instant());
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
