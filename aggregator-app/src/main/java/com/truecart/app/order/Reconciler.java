package com.truecart.app.order;

import com.truecart.app.order.SubOrderEvent.BuyerNeeded;
import com.truecart.app.order.SubOrderEvent.HandedToPerson;
import com.truecart.app.order.SubOrderEvent.NoneFound;
import com.truecart.app.order.SubOrderEvent.NotTold;
import com.truecart.app.order.SubOrderEvent.StoreHasIt;
import com.truecart.app.order.SubOrderEvent.StoreRefused;
import com.truecart.app.order.SubOrderState.InDoubt;
import com.truecart.spi.Lookup;
import com.truecart.spi.UpstreamException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Finds out what became of a sub-order in doubt: asks the store by our key, and does what its doubt
 * class allows.
 */
@Component
class Reconciler {
    private static final Logger LOG = LoggerFactory.getLogger(Reconciler.class);
    private final OrderRecord record;
    private final StoreOrders stores;
    private final Placer placer;
    private final DoubtPolicy policy;
    private final Clock clock;

    @Autowired
    Reconciler(
            OrderRecord record,
            StoreOrders stores,
            Placer placer,
            OrderSettings settings,
            Clock clock) {
        this(record, stores, placer, new DoubtPolicy(settings.quietPeriod()), clock);
    }

    Reconciler(
            OrderRecord record,
            StoreOrders stores,
            Placer placer,
            DoubtPolicy policy,
            Clock clock) {
        this.record = record;
        this.stores = stores;
        this.placer = placer;
        this.policy = policy;
        this.clock = clock;
    }

    /** One look at it; what was learnt, or empty where another worker was first. */
    Optional<Learnt> look(SubOrder subOrder, InDoubt doubt) {
        Instant now = clock.instant();
        boolean nothingUnderWay = policy.canNoLongerArrive(doubt.sentAt(), now);
        return switch (ask(subOrder, answer -> answer instanceof Lookup.Found)) {
            case Answer.Known known ->
                    switch (known.lookup()) {
                        case Lookup.Found found -> learnt(subOrder, new StoreHasIt(found.order()));
                        case Lookup.NotFound _ ->
                                act(
                                        subOrder,
                                        policy.noneFound(doubt, subOrder.doubtClass(), now),
                                        new NoneFound(),
                                        answer ->
                                                weighed(answer, nothingUnderWay, nothingUnderWay));
                        case Lookup.CannotAsk cannot ->
                                act(
                                        subOrder,
                                        policy.cannotAsk(
                                                doubt, subOrder.doubtClass(), cannot.why(), now),
                                        new NotTold(cannot.why()),
                                        answer -> weighed(answer, false, nothingUnderWay));
                    };
            case Answer.Silent silent -> learnt(subOrder, new NotTold(silent.why()));
        };
    }

    /** Whether the store has the order by now, where the shopper goes on there. */
    SubOrderEvent hasBuyerFinished(SubOrder subOrder) {
        // a shopper who is not done yet leaves nothing in doubt
        return switch (ask(subOrder, _ -> true)) {
            case Answer.Known(Lookup.Found found) -> new StoreHasIt(found.order());
            case Answer.Known _ -> new NoneFound();
            case Answer.Silent silent -> new NotTold(silent.why());
        };
    }

    private Optional<Learnt> act(
            SubOrder subOrder,
            DoubtPolicy.Move move,
            SubOrderEvent otherwise,
            UnaryOperator<SubOrderEvent> weighed) {
        return switch (move) {
            case DoubtPolicy.Move.SendAgain _ ->
                    placer.send(subOrder)
                            .map(answer ->
                                    new Learnt(weighed.apply(answer.event()), answer.version()));
            case DoubtPolicy.Move.AskLater _ -> learnt(subOrder, otherwise);
            case DoubtPolicy.Move.Park park -> learnt(subOrder, new HandedToPerson(park.reason()));
        };
    }

    private static Optional<Learnt> learnt(SubOrder subOrder, SubOrderEvent event) {
        return Optional.of(new Learnt(event, subOrder.version()));
    }

    /**
     * A repeat may be answered while an earlier attempt is still under way, or after one arrived
     * that the store cannot be asked about. A refusal believed then would hide an order; a shopper
     * sent on then may decline and get one all the same.
     */
    private static SubOrderEvent weighed(
            SubOrderEvent answer, boolean refusalTells, boolean nothingUnderWay) {
        if (answer instanceof StoreRefused refused && !refusalTells) {
            return new NotTold("the store refused the repeat for now: " + refused.reason());
        }
        if (answer instanceof BuyerNeeded && !nothingUnderWay) {
            return new NotTold("the store wants to see the shopper, for now");
        }
        return answer;
    }

    private Answer ask(SubOrder subOrder, Predicate<Lookup> isClear) {
        try {
            Optional<String> trace =
                    Optional.of(record.request(subOrder.id()).resumeToken())
                            .filter(token -> !token.isBlank());
            return new Answer.Known(
                    stores.ask(
                            subOrder,
                            Instant.MAX,
                            isClear,
                            gateway -> gateway.find(subOrder.key(), trace)));
        } catch (UpstreamException e) {
            return new Answer.Silent(Placer.message(e));
        } catch (RuntimeException e) {
            LOG.error("Asking about sub-order {} broke", subOrder.id(), e);
            return new Answer.Silent("an unexpected failure on our side");
        }
    }

    private sealed interface Answer {
        record Known(Lookup lookup) implements Answer {}

        record Silent(String why) implements Answer {}
    }
}
