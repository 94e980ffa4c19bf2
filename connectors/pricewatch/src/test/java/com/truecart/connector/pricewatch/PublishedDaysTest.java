package com.truecart.connector.pricewatch;

import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.model.Listing;
import com.truecart.model.Offer;
import com.truecart.spi.Connector;
import com.truecart.spi.Cursor;
import com.truecart.spi.Page;
import com.truecart.spi.Pull;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A whole pull of the ten published days, with its figures printed. */
class PublishedDaysTest {

    @Test
    void tenPublishedDaysAreReadWithoutLosingARow() {
        FakeContext context = new FakeContext().documents("prices", PublishedData.documents());
        Map<Instant, Integer> productsByDay = new TreeMap<>();
        Map<Instant, Integer> offersByDay = new TreeMap<>();
        Set<String> products = new TreeSet<>();
        Set<String> sellers = new TreeSet<>();
        int skipped = 0;
        int chinese = 0;
        long start = System.nanoTime();
        Connector connector = new PriceWatchProvider().open(context);
        Page<Listing> page = connector.catalog().page(new Pull.Everything());
        while (true) {
            skipped += page.skipped().size();
            for (Listing listing : page.entries()) {
                productsByDay.merge(listing.seenAt(), 1, Integer::sum);
                offersByDay.merge(listing.seenAt(), listing.offers().size(), Integer::sum);
                products.add(listing.upstreamId());
                listing.offers().stream().map(Offer::seller).forEach(s -> sellers.add(s.id()));
                chinese += listing.title().byLanguage().containsKey("zh-Hant") ? 1 : 0;
            }
            if (!(page.next() instanceof Page.More(Cursor at))) {
                break;
            }
            page = connector.catalog().page(new Pull.Resume(at));
        }
        int listings = productsByDay.values().stream().mapToInt(Integer::intValue).sum();
        System.out.printf(
                Locale.ROOT,
                "ten days read in %,d ms: offers by day %s, products by day %s, %,d products in all, sellers %s, %,d of %,d listings with a Chinese name, %d skipped%n",
                (System.nanoTime() - start) / 1_000_000,
                offersByDay.values(),
                productsByDay.values(),
                products.size(),
                sellers,
                chinese,
                listings,
                skipped);
        assertThat(offersByDay.values())
                .containsExactly(7090, 7087, 7096, 7101, 7101, 7099, 7095, 7098, 7098, 7225);
        assertThat(productsByDay.values())
                .containsExactly(2577, 2576, 2577, 2575, 2575, 2574, 2574, 2574, 2574, 2619);
        assertThat(products).hasSize(2623);
        assertThat(sellers).hasSize(9);
        assertThat(skipped).isZero();
    }
}
