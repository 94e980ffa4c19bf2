package com.truecart.benchmarks.search;

import com.truecart.search.SearchQuery;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** Searches while all offers get new prices, beside the same searches while nothing is written. */
final class IngestRace {

    private static final int IDLE = 3_000;
    private static final int MOST = 200_000;

    private static final int CPU_EVERY = 4;

    private final OfferProcess ours;
    private final List<SearchQuery> log;
    private int asked;

    IngestRace(OfferProcess ours, List<SearchQuery> log) {
        this.ours = ours;
        this.log = log;
    }

    /**
     * Some searches.
     *
     * @param clock from the question to the last byte
     * @param cpu of the one thread that answers, of every fourth: what others do to the machine
     *     does not show in it
     */
    private record Asking(Times clock, Times cpu) {
        double p99Beside(Asking idle) {
            return clock.percentile(99) / idle.clock.percentile(99);
        }

        double cpuP99Beside(Asking idle) {
            return cpu.percentile(99) / idle.cpu.percentile(99);
        }

        void tell(String when) {
            System.out.printf(
                    Locale.ROOT,
                    "%s, %,d searches: %s; CPU of one thread %s%n",
                    when,
                    clock.size(),
                    clock,
                    cpu);
        }
    }

    void run() {
        ask(IDLE);
        Asking before = ask(IDLE);
        long start = System.nanoTime();
        ours.beginPrices();
        Asking during = new Asking(new Times(), new Times());
        JsonNode state = ours.prices();
        while (state.get("done").longValue() < state.get("of").longValue()
                && during.clock().size() < MOST) {
            ask(during, 20);
            state = ours.prices();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        if (state.get("done").longValue() < state.get("of").longValue()) {
            throw new IllegalStateException("the new prices came to a standstill: " + state);
        }
        Asking after = ask(IDLE);
        before.tell("idle before");
        during.tell("while ingesting");
        after.tell("idle after");
        System.out.printf(
                Locale.ROOT,
                "p99 while ingesting is %.2f times idle before and %.2f times idle after (goal 1.5);"
                        + " p99 of the CPU %.2f and %.2f times%n",
                during.p99Beside(before),
                during.p99Beside(after),
                during.cpuP99Beside(before),
                during.cpuP99Beside(after));
        long done = state.get("done").longValue();
        System.out.printf(
                Locale.ROOT,
                "%,d products got new prices in %.1f s; a batch of 500 was put, committed and found in"
                        + " %.0f ms on average, %.0f ms at worst (goal 1,000)%n",
                done,
                seconds,
                state.get("allMicros").longValue() / 1e3 / Math.max(1, (done + 499) / 500),
                state.get("slowestMicros").longValue() / 1e3);
    }

    private Asking ask(int many) {
        Asking asking = new Asking(new Times(), new Times());
        ask(asking, many);
        return asking;
    }

    private void ask(Asking asking, int many) {
        for (int i = 0; i < many; i++) {
            SearchQuery question = log.get(asked++ % log.size());
            asking.clock().time(() -> ours.answer(question));
            if (i % CPU_EVERY == 0) {
                asking.cpu().add(ours.cpuMillis(question));
            }
        }
    }
}
