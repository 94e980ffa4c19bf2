package com.truecart.benchmarks.search;

import com.truecart.search.SearchQuery;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** Searches while all offers get new prices, beside the same searches while nothing is written. */
final class IngestRace {

    private static final int IDLE = 3_000;
    private static final int MOST = 200_000;

    private final OfferProcess ours;
    private final List<SearchQuery> log;
    private int asked;

    IngestRace(OfferProcess ours, List<SearchQuery> log) {
        this.ours = ours;
        this.log = log;
    }

    void run() {
        ask(IDLE);
        Times before = ask(IDLE);
        long start = System.nanoTime();
        ours.beginPrices();
        Times during = new Times();
        JsonNode state = ours.prices();
        while (state.get("done").longValue() < state.get("of").longValue()
                && during.size() < MOST) {
            for (int i = 0; i < 20; i++) {
                one(during);
            }
            state = ours.prices();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        Times after = ask(IDLE);
        double idle = Math.max(before.percentile(99), after.percentile(99));
        System.out.printf(Locale.ROOT, "idle before: %s%n", before);
        System.out.printf(Locale.ROOT, "%,d searches while ingesting: %s%n", during.size(), during);
        System.out.printf(Locale.ROOT, "idle after: %s%n", after);
        System.out.printf(
                Locale.ROOT,
                "p99 while ingesting is %.2f times idle before and %.2f times idle after; %.2f times the"
                        + " larger (goal 1.5)%n",
                during.percentile(99) / before.percentile(99),
                during.percentile(99) / after.percentile(99),
                during.percentile(99) / idle);
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

    private Times ask(int many) {
        Times times = new Times();
        for (int i = 0; i < many; i++) {
            one(times);
        }
        return times;
    }

    private void one(Times times) {
        SearchQuery question = log.get(asked++ % log.size());
        times.time(() -> ours.answer(question));
    }
}
