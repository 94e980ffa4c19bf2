package com.truecart.app.payment;

import com.truecart.payment.Standing;
import com.truecart.payment.Standing.Decline;
import com.truecart.payment.Standing.Step;
import java.time.Instant;
import java.util.Optional;

/** Where one try to pay stands: the provider's record as last seen, but for the first and last. */
public sealed interface PaymentState {

    /** The intent is committed; the provider may know of it or not. */
    record Beginning() implements PaymentState {}

    /**
     * The shopper has to do this.
     *
     * @param lastDecline why it failed the last time, where the shopper tried already and can again
     */
    record AwaitingShopper(Step step, Optional<Decline> lastDecline) implements PaymentState {}

    /** The provider works on it. */
    record Processing() implements PaymentState {}

    /**
     * The money is held.
     *
     * @param since when we first saw that
     * @param until when the hold lapses, where the provider says so
     */
    record Held(Instant since, Optional<Instant> until) implements PaymentState {}

    /** The money was taken, all of it or what was captured. */
    record Taken() implements PaymentState {}

    /** Not paid at this try; the provider may yet let the shopper try again on its own page. */
    record Declined(Decline decline) implements PaymentState {}

    /** Surely nothing is held, taken, or will be. */
    record Closed() implements PaymentState {}

    /** The provider would not even begin. */
    record Refused(String why) implements PaymentState {}

    /** Whether nothing can come of it any more. */
    default boolean isOver() {
        return switch (this) {
            case Closed _, Refused _ -> true;
            case Beginning _, AwaitingShopper _, Processing _, Held _, Taken _, Declined _ -> false;
        };
    }

    /** Whether there is money in it. */
    default boolean hasMoney() {
        return switch (this) {
            case Held _, Taken _ -> true;
            case Beginning _, AwaitingShopper _, Processing _, Declined _, Closed _, Refused _ ->
                    false;
        };
    }

    /** What the provider's record says, seen now after {@code before}. */
    static PaymentState of(Standing standing, PaymentState before, Instant now) {
        return switch (standing.state()) {
            case Standing.State.AwaitingShopper waiting ->
                    new AwaitingShopper(
                            waiting.step() instanceof Step.AsBegun
                                            && before instanceof AwaitingShopper earlier
                                    ? earlier.step()
                                    : waiting.step(),
                            waiting.lastDecline());
            case Standing.State.Processing _ -> new Processing();
            case Standing.State.Held _ ->
                    new Held(
                            before instanceof Held held ? held.since() : now,
                            standing.holdsUntil());
            case Standing.State.Taken _ -> new Taken();
            case Standing.State.Declined declined -> new Declined(declined.decline());
            case Standing.State.Closed _ -> new Closed();
        };
    }
}
