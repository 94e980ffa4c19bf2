package com.truecart.app.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.truecart.spi.Budget;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** How many links a store is asked for, whoever clicks. */
class LinkGateTest {

    @Test
    void noMoreThanHalfOfWhatTheStoreTakesAreAskedForAtOnce() {
        LinkGate gate = new LinkGate(budget(1000, 4));

        Optional<String> third =
                gate.through(() -> gate.through(() -> gate.through(LinkGateTest::link)));
        assertThat(third).isEmpty();
        Optional<String> second = gate.through(() -> gate.through(LinkGateTest::link));
        assertThat(second).as("the places were given back").hasValue("link");
    }

    @Test
    void aPlaceIsGivenBackWhereTheStoreGaveNoLink() {
        LinkGate gate = new LinkGate(budget(1000, 1));
        for (int i = 0; i < 3; i++) {
            assertThatIllegalStateException()
                    .isThrownBy(() ->
                            gate.through(() -> {
                                throw new IllegalStateException("closed");
                            }));
        }
        assertThat(gate.through(LinkGateTest::link)).hasValue("link");
    }

    @Test
    void aFloodOfClicksDoesNotReachTheStore() {
        LinkGate gate = new LinkGate(budget(2, 4));
        AtomicInteger asked = new AtomicInteger();
        long start = System.nanoTime();
        for (int i = 0; i < 1000; i++) {
            gate.through(() -> Optional.of(asked.incrementAndGet()));
        }
        long seconds = Duration.ofNanos(System.nanoTime() - start).toSeconds();

        assertThat(asked.get()).isBetween(1, (int) Math.min(999, seconds + 2));
    }

    private static Optional<String> link() {
        return Optional.of("link");
    }

    private static Budget budget(int callsPerSecond, int atOnce) {
        return new Budget(callsPerSecond, atOnce, Duration.ofSeconds(1), 1 << 20, 1 << 20);
    }
}
