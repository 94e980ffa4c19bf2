package com.truecart.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CourtesyTest {

    private static final int STEPS = 1_000;
    private static final Duration LONGEST_STEP = Duration.ofMillis(2);

    private final Courtesy courtesy = new Courtesy();

    @Test
    void whoWritesWaitsWhileSomebodySearchesAndYetGoesOn() {
        courtesy.searchBegins();
        assertThat(taken(1)).isGreaterThanOrEqualTo(LONGEST_STEP);
    }

    @Test
    void whereNobodySearchesAnyMoreWritingWaitsForNobody() {
        courtesy.searchBegins();
        courtesy.searchEnds();
        assertThat(taken(STEPS)).isLessThan(LONGEST_STEP.multipliedBy(STEPS));
    }

    private Duration taken(int steps) {
        long start = System.nanoTime();
        for (int i = 0; i < steps; i++) {
            courtesy.stepAside();
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
