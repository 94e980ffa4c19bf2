package com.truecart.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FlushInfo;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.store.MergeInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class CourtesyTest {

    private static final int STEPS = 1_000;
    private static final Duration LONGEST_STEP = Duration.ofMillis(2);

    private final Courtesy courtesy = new Courtesy();

    @Test
    @Timeout(10)
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

    @Test
    void whatMergesStepsAsideAndWhatIsFlushedDoesNot() throws IOException {
        courtesy.searchBegins();
        IOContext merge = IOContext.merge(new MergeInfo(1, 1, false, 1));
        IOContext flush = IOContext.flush(new FlushInfo(1, 1));
        assertThat(written(merge)).isGreaterThanOrEqualTo(LONGEST_STEP.multipliedBy(16));
        assertThat(written(flush)).isLessThan(written(merge));
    }

    /** How long it takes to write a megabyte. */
    private Duration written(IOContext context) throws IOException {
        try (Directory folder = new CourteousMerges(new ByteBuffersDirectory(), courtesy)) {
            long start = System.nanoTime();
            try (IndexOutput out = folder.createOutput("segment", context)) {
                for (int i = 0; i < 1 << 17; i++) {
                    out.writeLong(i);
                }
            }
            assertThat(folder.fileLength("segment")).isEqualTo(1L << 20);
            return Duration.ofNanos(System.nanoTime() - start);
        }
    }

    private Duration taken(int steps) {
        long start = System.nanoTime();
        for (int i = 0; i < steps; i++) {
            courtesy.stepAside();
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
