package com.truecart.app.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.app.order.SubOrderState.InDoubt;
import com.truecart.app.order.SubOrderState.Placing;
import com.truecart.spi.Terms.DoubtClass;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RhythmTest {
    private static final Instant SENT = Instant.parse("2026-11-26T10:00:00Z");
    private final Rhythm rhythm =
            new Rhythm(new OrderSettings(Duration.ofSeconds(30), Duration.ofMinutes(2)));

    @ParameterizedTest
    @EnumSource(DoubtClass.class)
    void aSendingWhoseProcessDiedIsAskedAboutAsSoonAsItIsFound(DoubtClass doubtClass) {
        Placing sending = new Placing(1, Optional.of(SENT), 0);
        Instant found = rhythm.next(sending, doubtClass, SENT, SENT, SENT).orElseThrow();
        assertThat(found).isEqualTo(SENT.plusSeconds(90));
        assertThat(rhythm.next(doubt(1, SENT, false), doubtClass, SENT, found, found))
                .hasValue(found.plusSeconds(2));
    }

    @Test
    void anAppThatWasDownForADayAsksTwiceWithinSecondsBeforeItSendsAgain() {
        Instant found = SENT.plus(Duration.ofDays(1));
        Instant first =
                rhythm.next(doubt(1, SENT, false), DoubtClass.ECHOED_REFERENCE, SENT, found, found)
                        .orElseThrow();
        assertThat(
                        rhythm.next(
                                doubt(1, SENT, true),
                                DoubtClass.ECHOED_REFERENCE,
                                SENT,
                                first,
                                first))
                .hasValue(first.plusSeconds(2));
    }

    @Test
    void aStoreThatOnlyWordsItsFailureOtherwiseIsAskedEverMoreRarely() {
        Instant asked = SENT.plusSeconds(30);
        assertThat(
                        rhythm.next(
                                doubt(1, SENT, false),
                                DoubtClass.ECHOED_REFERENCE,
                                SENT,
                                SENT,
                                asked))
                .hasValue(SENT.plusSeconds(120));
    }

    @ParameterizedTest
    @EnumSource(
            value = DoubtClass.class,
            names = {"KEY", "UNIQUE_REFERENCE"})
    void sendingAgainDoesNotStartTheLadderAnew(DoubtClass doubtClass) {
        Instant repeated = SENT.plusSeconds(30);
        assertThat(rhythm.next(doubt(4, repeated, false), doubtClass, SENT, repeated, repeated))
                .hasValue(SENT.plusSeconds(120));
    }

    private static InDoubt doubt(int attempt, Instant sentAt, boolean missed) {
        return new InDoubt(attempt, SENT, sentAt, "no answer", missed, Optional.empty());
    }
}
