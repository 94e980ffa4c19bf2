package com.truecart.app.payment;

import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.app.payment.NextMove.Asked;
import com.truecart.app.payment.NextMove.Todo;
import com.truecart.model.Money;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is done with the money of one try. */
class NextMoveTest {
    private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");
    private static final Asked NOTHING_YET = new Asked(false, hkd(0));

    @Test
    void aHoldIsCapturedOnceEveryPartIsCertainAndForWhatIsDue() {
        assertThat(next(held(Duration.ofDays(7)), NOTHING_YET, new Due(hkd(60), hkd(60))))
                .isEqualTo(new Todo.Capture(hkd(60), false));
    }

    @Test
    void whileAPartIsInDoubtTheHoldWaitsUntilADayBeforeItLapses() {
        Payment held = held(Duration.ofDays(7));
        Due inDoubt = new Due(hkd(60), hkd(100));

        assertThat(next(held, NOTHING_YET, inDoubt))
                .isEqualTo(new Todo.Wait(Optional.of(NOW.plus(Duration.ofDays(6)))));
        assertThat(new NextMove().of(held, NOTHING_YET, inDoubt, NOW.plus(Duration.ofDays(6))))
                .isEqualTo(new Todo.Capture(hkd(60), true));
    }

    @Test
    void whereNothingIsCertainBeforeTheHoldLapsesItIsLetGo() {
        assertThat(
                        new NextMove()
                                .of(
                                        held(Duration.ofDays(7)),
                                        NOTHING_YET,
                                        new Due(hkd(0), hkd(100)),
                                        NOW.plus(Duration.ofDays(6))))
                .isEqualTo(new Todo.Release(true));
    }

    @Test
    void aShortHoldWaitsForHalfOfIt() {
        assertThat(next(held(Duration.ofHours(2)), NOTHING_YET, new Due(hkd(60), hkd(100))))
                .isEqualTo(new Todo.Wait(Optional.of(NOW.plus(Duration.ofHours(1)))));
    }

    @Test
    void whereNothingIsDueTheHoldIsLetGo() {
        assertThat(next(held(Duration.ofDays(7)), NOTHING_YET, new Due(hkd(0), hkd(0))))
                .isEqualTo(new Todo.Release(false));
    }

    @Test
    void nothingIsCapturedASecondTime() {
        assertThat(
                        next(
                                held(Duration.ofDays(7)),
                                new Asked(true, hkd(0)),
                                new Due(hkd(60), hkd(60))))
                .isInstanceOf(Todo.Wait.class);
    }

    @Test
    void whatSurelyIsTooMuchIsGivenBackAndNothingElse() {
        assertThat(next(taken(100, 0), NOTHING_YET, new Due(hkd(20), hkd(60))))
                .isEqualTo(new Todo.GiveBack(hkd(40)));
        assertThat(next(taken(100, 40), NOTHING_YET, new Due(hkd(60), hkd(60))))
                .isInstanceOf(Todo.Wait.class);
    }

    @Test
    void aRefundTheProvidersRecordDoesNotShowYetIsNotMadeTwice() {
        assertThat(next(taken(100, 0), new Asked(true, hkd(40)), new Due(hkd(60), hkd(60))))
                .isInstanceOf(Todo.Wait.class);
    }

    private static Todo next(Payment payment, Asked asked, Due due) {
        return new NextMove().of(payment, asked, due, NOW);
    }

    private static Payment held(Duration holdsFor) {
        return payment(
                new PaymentState.Held(NOW, Optional.of(NOW.plus(holdsFor))), hkd(100), hkd(0), 0);
    }

    private static Payment taken(long taken, long refunded) {
        return payment(new PaymentState.Taken(), hkd(0), hkd(taken), refunded);
    }

    private static Payment payment(PaymentState state, Money held, Money taken, long refunded) {
        URI here = URI.create("http://localhost/");
        return new Payment(
                "tc-0123456789",
                new UUID(0, 1),
                "card",
                hkd(100),
                here,
                here,
                state,
                1,
                Optional.of(NOW),
                false,
                held,
                taken,
                hkd(refunded),
                0,
                Optional.empty(),
                NOW,
                NOW);
    }

    private static Money hkd(long cents) {
        return Money.of(cents, "HKD");
    }
}
