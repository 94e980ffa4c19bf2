package com.truecart.app.compare;

import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.app.catalog.PriceObservation;
import com.truecart.app.catalog.StoreId;
import com.truecart.model.Availability;
import com.truecart.model.Localized;
import com.truecart.model.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PriceHistoryTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final StoreId EAST = new StoreId("watch", "EAST");
    private static final StoreId WEST = new StoreId("watch", "WEST");

    @Test
    void theLowestOfThirtyDaysNamesItsStoreAndItsLatestDay() {
        PriceHistory history =
                history(
                        seen(EAST, 40, 800),
                        seen(EAST, 20, 990),
                        seen(WEST, 9, 950),
                        seen(WEST, 4, 950),
                        seen(WEST, 1, 1000));
        PriceHistory.Low low = history.lowest(NOW.minus(Duration.ofDays(30))).orElseThrow();
        assertThat(low.point()).isEqualTo(new PriceHistory.Point(daysAgo(4), hkd(950)));
        assertThat(low.storeName()).isEqualTo(name(WEST));
    }

    @Test
    void theStoreThatAsksLeastNowComesFirst() {
        PriceHistory history = history(seen(EAST, 3, 500), seen(WEST, 3, 900), seen(EAST, 1, 980));
        assertThat(history.series())
                .extracting(PriceHistory.Series::store)
                .containsExactly(WEST, EAST);
    }

    @Test
    void twoListingsOfOneStoreAtOneMomentCountWithTheLowerPrice() {
        PriceHistory history = history(seen(EAST, 1, 900), seen(EAST, 1, 850));
        assertThat(history.series().getFirst().points())
                .containsExactly(new PriceHistory.Point(daysAgo(1), hkd(850)));
    }

    @Test
    void aPriceHoldsUntilAnotherIsSeen() {
        PriceChart chart =
                PriceChart.of(
                        history(seen(EAST, 10, 1000), seen(EAST, 5, 2000), seen(EAST, 0, 2000)),
                        720,
                        320);
        // along the old price to the day of the new one, then straight up; 74..694 wide, 290..12
        // high
        assertThat(chart.lines().getFirst().path()).isEqualTo("M74.0 290.0H384.0V12.0H694.0V12.0");
    }

    @Test
    void theScaleIsRoundAndHoldsEveryPrice() {
        PriceChart chart =
                PriceChart.of(history(seen(EAST, 2, 1290), seen(WEST, 1, 2175)), 720, 320);
        assertThat(chart.prices())
                .extracting(tick -> tick.price().minor())
                .containsExactly(1250L, 1500L, 1750L, 2000L, 2250L);
    }

    @Test
    void moreThanNineStoresAreCountedInsteadOfDrawnAlike() {
        List<PriceObservation> many = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            many.add(seen(new StoreId("watch", "S" + i), 1, 1000 + i));
        }
        PriceChart chart = PriceChart.of(history(many.toArray(PriceObservation[]::new)), 340, 260);
        assertThat(chart.lines()).hasSize(9);
        assertThat(chart.hidden()).isEqualTo(3);
        assertThat(chart.lines()).extracting(PriceChart.Line::endY).doesNotHaveDuplicates();
    }

    private static PriceHistory history(PriceObservation... observations) {
        return PriceHistory.of(
                List.of(observations), NOW.minus(Duration.ofDays(180)), PriceHistoryTest::name);
    }

    private static Localized name(StoreId store) {
        return Localized.of("en", store.sellerId());
    }

    private static Money hkd(long minor) {
        return Money.of(minor, "HKD");
    }

    private static Instant daysAgo(int days) {
        return NOW.minus(Duration.ofDays(days));
    }

    private static PriceObservation seen(StoreId store, int daysAgo, long minor) {
        return new PriceObservation(
                1,
                store,
                daysAgo(daysAgo),
                hkd(minor),
                Optional.empty(),
                Availability.IN_STOCK,
                List.of(),
                PriceObservation.Source.PULL);
    }
}
