package com.truecart.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A small run of {@code bin/chaos}: the whole application, killed, between shops of all classes.
 */
class ChaosTest {
    private static final ChaosPlan PLAN = new ChaosPlan(20261126, 80, 2, 1, 0, 1, 16, "");

    @TempDir private Path folder;

    @Test
    void noOrderIsLostDoubledOrMischargedWhateverIsKilled() throws Exception {
        try (Chaos chaos = new Chaos(PLAN, folder)) {
            Verdict verdict = chaos.run();
            assertThat(verdict.isClean()).as(verdict.toString()).isTrue();
            assertThat(verdict.orders()).isEqualTo(PLAN.orders());
            assertThat(verdict.faults().values().stream().mapToInt(Integer::intValue).sum())
                    .as("the run did happen")
                    .isGreaterThan(20);
            assertThat(verdict.kept()).as("money did change hands").isPositive();

            assertThat(chaos.sayYesAtOnce(50))
                    .as("fifty times yes with one key, at once")
                    .hasSize(1);
            assertThat(chaos.orders()).isEqualTo(PLAN.orders() + 1);
        }
    }
}
