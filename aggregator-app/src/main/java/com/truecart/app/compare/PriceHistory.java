package com.truecart.app.compare;

import com.truecart.app.catalog.PriceObservation;
import com.truecart.app.catalog.StoreId;
import com.truecart.model.Localized;
import com.truecart.model.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What stores asked for a product over time, before promotions.
 *
 * @param series one per store, the one that asks least now first
 */
public record PriceHistory(List<Series> series) {

    public PriceHistory {
        series = List.copyOf(series);
    }

    /**
     * Groups what was observed since a moment; other currencies than the first one's are left out,
     * for one chart has one scale.
     */
    static PriceHistory of(
            List<PriceObservation> observations,
            Instant since,
            Function<StoreId, Localized> storeNames) {
        Map<StoreId, TreeMap<Instant, Money>> byStore = new LinkedHashMap<>();
        for (PriceObservation seen : observations) {
            boolean fits =
                    !seen.seenAt().isBefore(since)
                            && seen.price()
                                    .currency()
                                    .equals(observations.getFirst().price().currency());
            if (fits) {
                byStore.computeIfAbsent(seen.store(), _ -> new TreeMap<>())
                        .merge(seen.seenAt(), seen.price(), Money::min);
            }
        }
        List<Series> series = new ArrayList<>();
        byStore.forEach((store, points) ->
                series.add(
                        new Series(
                                store,
                                storeNames.apply(store),
                                points.entrySet().stream()
                                        .map(e -> new Point(e.getKey(), e.getValue()))
                                        .toList())));
        series.sort(
                Comparator.comparing((Series one) -> one.latest().price())
                        .thenComparing(one -> one.store().toString()));
        return new PriceHistory(series);
    }

    public boolean isEmpty() {
        return series.isEmpty();
    }

    /** The lowest price since a moment, the most recent day where it was asked more than once. */
    public Optional<Low> lowest(Instant since) {
        return series.stream()
                .flatMap(one ->
                        one.points().stream()
                                .filter(point -> !point.at().isBefore(since))
                                .map(point -> new Low(point, one.storeName())))
                .min(
                        Comparator.comparing((Low low) -> low.point().price())
                                .thenComparing(low -> low.point().at(), Comparator.reverseOrder()));
    }

    /** When the first price was seen. */
    public Optional<Instant> begins() {
        return series.stream()
                .map(one -> one.points().getFirst().at())
                .min(Comparator.naturalOrder());
    }

    /** One store's prices, oldest first. */
    public record Series(StoreId store, Localized storeName, List<Point> points) {
        public Series {
            if (points.isEmpty()) {
                throw new IllegalArgumentException("points: a store without prices has no series");
            }
            points = List.copyOf(points);
        }

        public Point latest() {
            return points.getLast();
        }

        public Point lowest() {
            return points.stream()
                    .min(
                            Comparator.comparing(Point::price)
                                    .thenComparing(Point::at, Comparator.reverseOrder()))
                    .orElseThrow();
        }

        public Point highest() {
            return points.stream()
                    .max(Comparator.comparing(Point::price).thenComparing(Point::at))
                    .orElseThrow();
        }
    }

    /** A price at a moment. */
    public record Point(Instant at, Money price) {}

    /** A lowest price and who asked it. */
    public record Low(Point point, Localized storeName) {}
}
