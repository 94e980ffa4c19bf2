package com.truecart.app.payment;

import com.truecart.app.payment.PaymentState.AwaitingShopper;
import com.truecart.app.payment.PaymentState.Beginning;
import com.truecart.app.payment.PaymentState.Closed;
import com.truecart.app.payment.PaymentState.Declined;
import com.truecart.app.payment.PaymentState.Held;
import com.truecart.app.payment.PaymentState.Processing;
import com.truecart.app.payment.PaymentState.Refused;
import com.truecart.app.payment.PaymentState.Taken;
import com.truecart.model.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What is to be done with the money of one try, worked out from its figures and from what may be
 * kept. Nothing is ever taken or kept beyond {@link Due#atMost()}.
 *
 * <p>A hold is captured once and for all, so that is waited with until every part of the order is
 * certain; but a hold lapses, and before it does, what surely may be kept is captured even where a
 * part is still in doubt. Source: reference on reliability, section 4, step 6. Money that was taken
 * is given back as soon as it surely is too much.
 */
class NextMove {
    private static final Duration BEFORE_THE_HOLD_LAPSES = Duration.ofDays(1);

    /** What is to be done. */
    sealed interface Todo {
        /**
         * @param early whether a part of the order is still in doubt
         */
        record Capture(Money amount, boolean early) implements Todo {}

        /**
         * Let go of all of it, or close what is not to be paid any more.
         *
         * @param early whether a part of the order is still in doubt
         */
        record Release(boolean early) implements Todo {}

        record GiveBack(Money amount) implements Todo {}

        /**
         * @param until when to look again at the latest; empty where only news of the order can
         *     change anything
         */
        record Wait(Optional<Instant> until) implements Todo {}
    }

    /**
     * What was asked for before.
     *
     * @param captured whether it was captured, or that was tried: there is no second time
     * @param givenBack all refunds that were done or that a person has to see to
     */
    record Asked(boolean captured, Money givenBack) {}

    /**
     * @param due nothing where the try is not the one that pays the bill, and is not to
     */
    Todo of(Payment payment, Asked asked, Due due, Instant now) {
        return switch (payment.state()) {
            case Beginning _, AwaitingShopper _, Processing _, Declined _ ->
                    new Todo.Release(false);
            case Held held -> held(payment, held, asked, due, now);
            case Taken _ -> {
                Money kept = payment.taken().minus(payment.refunded().max(asked.givenBack()));
                Money tooMuch = kept.minus(due.atMost());
                yield tooMuch.isPositive()
                        ? new Todo.GiveBack(tooMuch)
                        : new Todo.Wait(Optional.empty());
            }
            case Closed _, Refused _ -> new Todo.Wait(Optional.empty());
        };
    }

    private static Todo held(Payment payment, Held held, Asked asked, Due due, Instant now) {
        if (asked.captured()) {
            // the provider's record lags behind its own answer, or it refused: no second capture
            return new Todo.Wait(Optional.of(now.plus(Duration.ofMinutes(10))));
        }
        if (due.isSettled()) {
            return taken(payment, due.atMost(), false);
        }
        Optional<Instant> deadline = held.until().map(until -> deadline(held.since(), until));
        return deadline.filter(last -> !now.isBefore(last)).isPresent()
                ? taken(payment, due.atLeast(), true)
                : new Todo.Wait(deadline);
    }

    private static Todo taken(Payment payment, Money amount, boolean early) {
        Money possible = amount.min(payment.held());
        return possible.isPositive() ? new Todo.Capture(possible, early) : new Todo.Release(early);
    }

    /** A day before it lapses; halfway where it holds for less than two days. */
    private static Instant deadline(Instant since, Instant until) {
        Duration half = Duration.between(since, until).dividedBy(2);
        return until.minus(
                half.compareTo(BEFORE_THE_HOLD_LAPSES) < 0 ? half : BEFORE_THE_HOLD_LAPSES);
    }
}
