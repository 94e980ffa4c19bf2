package com.truecart.app.order;

import com.truecart.app.order.SubOrderState.AwaitingBuyer;
import com.truecart.app.order.SubOrderState.AwaitingPayment;
import com.truecart.app.order.SubOrderState.Cancelled;
import com.truecart.app.order.SubOrderState.Delivered;
import com.truecart.app.order.SubOrderState.InDoubt;
import com.truecart.app.order.SubOrderState.Placed;
import com.truecart.app.order.SubOrderState.Placing;
import com.truecart.app.order.SubOrderState.Rejected;
import com.truecart.app.order.SubOrderState.Shipped;
import com.truecart.spi.Terms.DoubtClass;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** When a sub-order is looked after next. */
final class Rhythm {
    /**
     * Past {@code dropAfter}, a call lasts at most this long; whoever is still silent then has
     * died.
     */
    private static final Duration LONGEST_CALL = Duration.ofMinutes(1);

    private static final Duration SOONEST_TRACKING = Duration.ofSeconds(5);
    private static final Duration RAREST_TRACKING = Duration.ofHours(1);

    /** Money comes back some days after an order is called off. */
    private static final Duration MONEY_COMES_BACK = Duration.ofDays(14);

    private static final Duration SOONEST_AFTER_END = Duration.ofMinutes(1);
    private static final Duration RAREST_AFTER_END = Duration.ofDays(1);
    private static final Duration SOONEST_RETRY = Duration.ofSeconds(1);
    private final OrderSettings settings;

    Rhythm(OrderSettings settings) {
        this.settings = settings;
    }

    /**
     * The next moment, or empty where nothing more is expected.
     *
     * @param created when the sub-order was made
     * @param changed when it came into this state, or money came back last
     * @param now the moment it came into this state, or was looked after last
     */
    Optional<Instant> next(
            SubOrderState state,
            DoubtClass doubtClass,
            Instant created,
            Instant changed,
            Instant now) {
        return switch (state) {
            case Placing placing ->
                    Optional.of(
                            placing.sentAt()
                                    .map(sent -> sent.plus(settings.dropAfter()).plus(LONGEST_CALL))
                                    .orElseGet(() -> retry(placing.unreached(), now)));
            case InDoubt doubt -> Optional.of(ladder(startOf(doubt, doubtClass, changed), now));
            case AwaitingBuyer waiting ->
                    Optional.of(easing(waiting.since(), now, SOONEST_TRACKING, RAREST_TRACKING));
            case Placed _, Shipped _ ->
                    Optional.of(easing(created, now, SOONEST_TRACKING, RAREST_TRACKING));
            case Cancelled _ ->
                    Optional.of(easing(changed, now, SOONEST_AFTER_END, RAREST_AFTER_END))
                            .filter(next -> next.isBefore(changed.plus(MONEY_COMES_BACK)));
            // payment wakes it, or its end
            case AwaitingPayment _, Delivered _, Rejected _ -> Optional.empty();
        };
    }

    private static Instant retry(int unreached, Instant now) {
        return unreached == 0
                ? now
                : now.plus(SOONEST_RETRY.multipliedBy(1L << (2 * unreached - 2)));
    }

    /**
     * The ladder starts anew with all that is learnt: a sending whose process died is found a
     * minute later, and must not wait for the rungs that are left by then. Where sending again is
     * the way of asking, sending teaches nothing: the ladder would never get slower.
     */
    private static Instant startOf(InDoubt doubt, DoubtClass doubtClass, Instant changed) {
        boolean sentAgain = !doubt.sentAt().equals(doubt.since());
        return switch (doubtClass) {
            case KEY, UNIQUE_REFERENCE -> sentAgain ? doubt.since() : changed;
            case ECHOED_REFERENCE, LIST_ONLY, WRITE_ONLY -> changed;
        };
    }

    /** 2 s, 10 s, 30 s, the quiet period, 5 min, 1 h, then daily. */
    private Instant ladder(Instant from, Instant now) {
        return List.of(
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(30),
                        settings.quietPeriod(),
                        Duration.ofMinutes(5),
                        Duration.ofHours(1))
                .stream()
                .sorted()
                .map(from::plus)
                .filter(rung -> rung.isAfter(now))
                .findFirst()
                .orElseGet(() -> now.plus(Duration.ofDays(1)));
    }

    /** A quarter of its age on: what is young is asked about often, what is old rarely. */
    private static Instant easing(Instant from, Instant now, Duration soonest, Duration rarest) {
        Duration quarter = Duration.between(from, now).dividedBy(4);
        Duration bounded =
                quarter.compareTo(soonest) < 0
                        ? soonest
                        : quarter.compareTo(rarest) > 0 ? rarest : quarter;
        return now.plus(bounded);
    }
}
