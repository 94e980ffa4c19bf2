package com.truecart.benchmarks.search;

import com.truecart.model.Localized;
import com.truecart.search.ProductDocument;
import com.truecart.search.SearchQuery;
import com.truecart.search.lucene.LuceneOffers;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * All offers get new prices, in batches of 500 products with a commit each. Every batch carries a
 * product that is called like no other, and how long it takes to be found is measured.
 */
final class PriceRound {

    private static final int BATCH = 500;

    private final LuceneOffers index;
    private final GeneratedOffers offers;
    private final AtomicInteger rounds = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicLong slowestMicros = new AtomicLong();
    private final AtomicLong allMicros = new AtomicLong();

    PriceRound(LuceneOffers index, GeneratedOffers offers) {
        this.index = index;
        this.offers = offers;
    }

    /** Begins one; it ends by itself. */
    void begin() {
        done.set(0);
        slowestMicros.set(0);
        allMicros.set(0);
        Thread.ofPlatform().name("prices").start(this::run);
    }

    /** How many products have new prices, of how many, and how long a batch took to be visible. */
    Map<String, Long> state() {
        return Map.of(
                "done",
                (long) done.get(),
                "of",
                (long) offers.products(),
                "slowestMicros",
                slowestMicros.get(),
                "allMicros",
                allMicros.get());
    }

    private void run() {
        Iterator<ProductDocument> all = offers.all(rounds.incrementAndGet()).iterator();
        while (all.hasNext()) {
            List<ProductDocument> batch = new ArrayList<>();
            while (batch.size() < BATCH && all.hasNext()) {
                batch.add(all.next());
            }
            String mark = "mark" + rounds.get() + "x" + done.get();
            batch.set(0, renamed(batch.getFirst(), mark));
            long start = System.nanoTime();
            index.put(batch);
            index.commit();
            if (index.search(SearchQuery.of(mark)).total() != 1) {
                throw new IllegalStateException(mark + " was committed and cannot be found");
            }
            long micros = (System.nanoTime() - start) / 1_000;
            slowestMicros.accumulateAndGet(micros, Math::max);
            allMicros.addAndGet(micros);
            done.addAndGet(batch.size());
        }
    }

    private static ProductDocument renamed(ProductDocument product, String name) {
        return new ProductDocument(
                product.productId(),
                Localized.of("en", name),
                product.brand(),
                product.category(),
                product.identifiers(),
                product.salesRank(),
                product.offers());
    }
}
