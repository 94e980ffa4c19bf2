package com.truecart.app.order;

import com.truecart.app.order.SubOrderEvent.AnswerLost;
import com.truecart.app.order.SubOrderEvent.BuyerNeeded;
import com.truecart.app.order.SubOrderEvent.NotReached;
import com.truecart.app.order.SubOrderEvent.SendBegun;
import com.truecart.app.order.SubOrderEvent.StoreHasIt;
import com.truecart.app.order.SubOrderEvent.StoreRefused;
import com.truecart.app.order.SubOrderState.InDoubt;
import com.truecart.app.order.SubOrderState.Placing;
import com.truecart.spi.PlaceRequest;
import com.truecart.spi.PlaceResult;
import com.truecart.spi.UpstreamException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Sends a sub-order to its store, once per committed intent, and says what came of it. */
@Component
class Placer {
    private static final Logger LOG = LoggerFactory.getLogger(Placer.class);

    /** After this many surely unsuccessful tries the store counts as out of reach. */
    private static final int MOST_UNREACHED = 4;

    /**
     * An intent nobody could send for so long is not what the shopper expects to be sent any more.
     */
    private static final Duration STALE_INTENT = Duration.ofHours(1);

    private final OrderRecord record;
    private final StoreOrders stores;
    private final OrderSettings settings;
    private final Clock clock;

    Placer(OrderRecord record, StoreOrders stores, OrderSettings settings, Clock clock) {
        this.record = record;
        this.stores = stores;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Commits that it is being sent, then sends it.
     *
     * @return what came of it; empty where another worker was first and sends it
     */
    Optional<Learnt> send(SubOrder subOrder) {
        Instant begun = clock.instant();
        return record.apply(subOrder, new SendBegun(begun), begun)
                .filter(claimed -> claimed.version() == subOrder.version() + 1)
                .map(this::sendBegun);
    }

    /** Sends what is committed as being sent since a moment ago, and says what came of it. */
    Learnt sendBegun(SubOrder claimed) {
        return new Learnt(
                call(claimed, record.request(claimed.id()), begun(claimed.state())),
                claimed.version());
    }

    private SubOrderEvent call(SubOrder claimed, PlaceRequest request, Instant begun) {
        int attempt = attempt(claimed.state());
        try {
            PlaceResult result =
                    stores.ask(
                            claimed,
                            begun.plus(settings.dropAfter()),
                            answer -> !(answer instanceof PlaceResult.InDoubt),
                            gateway -> {
                                Duration waited = Duration.between(begun, clock.instant());
                                if (waited.compareTo(settings.dropAfter()) > 0) {
                                    throw new UpstreamException.Unavailable(
                                            "we were held up for "
                                                    + waited.toSeconds()
                                                    + " s before sending");
                                }
                                return gateway.place(request, claimed.key());
                            });
            return switch (result) {
                case PlaceResult.Placed placed -> new StoreHasIt(placed.order());
                case PlaceResult.Rejected rejected ->
                        new StoreRefused(
                                attempt,
                                rejected.reason(),
                                rejected.newTotal(),
                                rejected.outOfStock());
                case PlaceResult.NeedsBuyer needed ->
                        new BuyerNeeded(attempt, needed.at(), clock.instant());
                case PlaceResult.InDoubt doubt -> new AnswerLost(attempt, doubt.why());
            };
        } catch (UpstreamException e) {
            return fromFailure(claimed, attempt, e);
        } catch (RuntimeException e) {
            // whatever broke, it may have broken after the store had the order
            LOG.error("Placing sub-order {} broke", claimed.id(), e);
            return new AnswerLost(
                    attempt, "an unexpected failure on our side: " + e.getClass().getSimpleName());
        }
    }

    private SubOrderEvent fromFailure(SubOrder claimed, int attempt, UpstreamException e) {
        String why = message(e);
        LOG.warn("Placing sub-order {} at {}: {}", claimed.id(), claimed.store(), why);
        return switch (e) {
            case UpstreamException.Unavailable _, UpstreamException.Throttled _ ->
                    outOfReach(claimed)
                            ? new StoreRefused(
                                    attempt, OwnReason.UNREACHABLE.sentence(), Optional.empty())
                            : new NotReached(attempt, why);
            case UpstreamException.Misconfigured _, UpstreamException.Refused _ ->
                    // a repeat that is turned away says nothing of the attempt before it
                    claimed.state() instanceof InDoubt
                            ? new NotReached(attempt, why)
                            : new StoreRefused(
                                    attempt, OwnReason.NOT_PERMITTED.sentence(), Optional.empty());
            case UpstreamException.Unanswered _, UpstreamException.Drifted _ ->
                    new AnswerLost(attempt, why);
        };
    }

    private boolean outOfReach(SubOrder claimed) {
        return claimed.state() instanceof Placing placing
                && (placing.unreached() + 1 >= MOST_UNREACHED || isStale(claimed, clock.instant()));
    }

    /** Whether the shopper's consent is too old to be sent for the first time. */
    static boolean isStale(SubOrder subOrder, Instant now) {
        return Duration.between(subOrder.createdAt(), now).compareTo(STALE_INTENT) > 0;
    }

    private static int attempt(SubOrderState state) {
        return switch (state) {
            case Placing placing -> placing.attempt();
            case InDoubt doubt -> doubt.attempt();
            case SubOrderState.AwaitingPayment _,
                    SubOrderState.AwaitingBuyer _,
                    SubOrderState.Placed _,
                    SubOrderState.Shipped _,
                    SubOrderState.Delivered _,
                    SubOrderState.Cancelled _,
                    SubOrderState.Rejected _ ->
                    throw new IllegalStateException("nothing is sent in state " + state);
        };
    }

    private static Instant begun(SubOrderState state) {
        return switch (state) {
            case Placing placing -> placing.sentAt().orElseThrow();
            case InDoubt doubt -> doubt.sentAt();
            case SubOrderState.AwaitingPayment _,
                    SubOrderState.AwaitingBuyer _,
                    SubOrderState.Placed _,
                    SubOrderState.Shipped _,
                    SubOrderState.Delivered _,
                    SubOrderState.Cancelled _,
                    SubOrderState.Rejected _ ->
                    throw new IllegalStateException("nothing is sent in state " + state);
        };
    }

    static String message(RuntimeException e) {
        return Optional.ofNullable(e.getMessage()).orElseGet(() -> e.getClass().getSimpleName());
    }
}
