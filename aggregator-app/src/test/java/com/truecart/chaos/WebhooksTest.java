package com.truecart.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.app.payment.PlantedNotices;
import com.truecart.app.testing.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small run of {@code bin/bench webhooks}. */
class WebhooksTest {
    @TempDir private Path folder;

    @Test
    void inWhateverOrderNotificationsComeAndHoweverOftenTheEndIsTheSame() throws Exception {
        HookVerdict verdict = run(300, "");

        assertThat(verdict.isClean()).as(verdict.toString()).isTrue();
        assertThat(verdict.brought()).isEqualTo(300);
        assertThat(verdict.forgedInAll()).isGreaterThanOrEqualTo(30);
        assertThat(verdict.forged().keySet()).as("forged in many ways").hasSizeGreaterThan(3);
        assertThat(verdict.replayed()).isPositive();
        assertThat(verdict.events()).allSatisfy((_, heard) -> assertThat(heard).isPositive());
        assertThat(verdict.lookUps().getLast())
                .as("what was told before has nothing looked up")
                .isZero();
    }

    @Test
    void thisTestWouldSeeANotificationBelievedAndAForgedOneTaken() throws Exception {
        HookVerdict verdict = run(100, String.join("+", PlantedNotices.BUGS));

        assertThat(verdict.different()).as("believed").isNotEmpty();
        assertThat(verdict.forgedAccepted()).as("taken").isNotEmpty();
        assertThat(verdict.isClean()).isFalse();
    }

    private HookVerdict run(int notifications, String plant) throws Exception {
        try (HookRun run =
                new HookRun(
                        20261126,
                        notifications,
                        Duration.ofSeconds(2),
                        plant,
                        TestDatabase.freshUrl(),
                        folder)) {
            return run.run();
        }
    }
}
