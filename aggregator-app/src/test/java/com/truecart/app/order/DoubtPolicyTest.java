package com.truecart.app.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.app.order.DoubtPolicy.Move;
import com.truecart.app.order.SubOrderState.InDoubt;
import com.truecart.spi.Terms.DoubtClass;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DoubtPolicyTest {
    private static final Duration QUIET = Duration.ofMinutes(2);
    private static final Instant SENT = Instant.parse("2026-11-23T10:00:00Z");
    private final DoubtPolicy policy = new DoubtPolicy(QUIET);

    @Test
    void aStoreThatTellsRepeatsApartIsSentTheSameAgainAtOnce() {
        assertThat(policy.noneFound(doubt(1, false), DoubtClass.KEY, SENT.plusSeconds(2)))
                .isEqualTo(new Move.SendAgain());
    }

    @Test
    void aKeyOlderThanADayIsNotUsedAgain() {
        assertThat(
                        policy.noneFound(
                                doubt(1, false), DoubtClass.KEY, SENT.plus(Duration.ofHours(24))))
                .isInstanceOf(Move.Park.class);
    }

    @Test
    void anEchoedReferenceIsNotSentAgainAfterOneLook() {
        assertThat(policy.noneFound(doubt(1, false), DoubtClass.ECHOED_REFERENCE, SENT.plus(QUIET)))
                .isEqualTo(new Move.AskLater());
    }

    @Test
    void anEchoedReferenceIsNotSentAgainWhileTheFirstMayStillArrive() {
        assertThat(
                        policy.noneFound(
                                doubt(1, true),
                                DoubtClass.ECHOED_REFERENCE,
                                SENT.plus(QUIET).minusMillis(1)))
                .isEqualTo(new Move.AskLater());
    }

    @Test
    void anEchoedReferenceMissedTwiceIsSentOnceMore() {
        assertThat(policy.noneFound(doubt(1, true), DoubtClass.ECHOED_REFERENCE, SENT.plus(QUIET)))
                .isEqualTo(new Move.SendAgain());
    }

    @Test
    void afterTwoAttemptsAPersonAsks() {
        assertThat(policy.noneFound(doubt(2, true), DoubtClass.ECHOED_REFERENCE, SENT.plus(QUIET)))
                .isInstanceOf(Move.Park.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = DoubtClass.class,
            names = {"LIST_ONLY", "WRITE_ONLY"})
    void aStoreThatCannotProveAbsenceIsNeverSentItAgain(DoubtClass doubtClass) {
        assertThat(policy.noneFound(doubt(1, true), doubtClass, SENT.plus(Duration.ofDays(1))))
                .isInstanceOf(Move.Park.class);
        assertThat(policy.cannotAsk(doubt(1, true), doubtClass, "no list", SENT.plus(QUIET)))
                .isInstanceOf(Move.Park.class);
    }

    @ParameterizedTest
    @EnumSource(DoubtClass.class)
    void nothingIsSentWhileAPersonAsks(DoubtClass doubtClass) {
        InDoubt parked = new InDoubt(1, SENT, SENT, "lost", true, Optional.of("we ask"));

        assertThat(policy.noneFound(parked, doubtClass, SENT.plus(QUIET)))
                .isEqualTo(new Move.AskLater());
        assertThat(policy.cannotAsk(parked, doubtClass, "no list", SENT.plus(QUIET)))
                .isEqualTo(new Move.AskLater());
    }

    private static InDoubt doubt(int attempt, boolean missed) {
        return new InDoubt(attempt, SENT, SENT, "lost", missed, Optional.empty());
    }
}
