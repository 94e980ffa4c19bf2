package com.truecart.app.compare;

import com.truecart.app.catalog.StoreId;
import com.truecart.model.Localized;
import com.truecart.model.Money;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/** A few products side by side: one row per fact, one cell per product. */
public record Comparison(List<Candidate> candidates) {

    public Comparison {
        candidates = List.copyOf(candidates);
    }

    /** A product in the comparison, with its lowest recent price. */
    public record Candidate(ProductCard card, Optional<PriceHistory.Low> lowest) {}

    /** What one row is about. */
    public sealed interface Subject {
        /** One of the facts every product has; the name is the end of a message key. */
        record Fact(String name) implements Subject {}

        /** The goods' price at a store. */
        record PriceAt(Localized store) implements Subject {}

        /** What upstreams call this attribute. */
        record Attribute(String name) implements Subject {}
    }

    /** What stands in a cell. */
    public sealed interface Cell {
        /** Nothing is known. */
        record Nothing() implements Cell {}

        /** Words of a source. */
        record Words(Localized words) implements Cell {}

        /** A count. */
        record Count(long count) implements Cell {}

        /**
         * An amount.
         *
         * @param isLowest whether no other cell of the row is lower
         */
        record Amount(Money amount, boolean isLowest) implements Cell {}
    }

    /** One row. */
    public record Row(Subject subject, List<Cell> cells) {
        /** Whether the products differ in it. */
        public boolean differs() {
            return cells.stream().map(Row::value).distinct().count() > 1;
        }

        private static Object value(Cell cell) {
            return cell instanceof Cell.Amount(Money amount, boolean _) ? amount : cell;
        }
    }

    /** All rows, those about prices first. */
    public List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        rows.add(amounts(new Subject.Fact("delivered"), this::delivered));
        rows.add(amounts(new Subject.Fact("goods"), one -> one.card().lowestGoods()));
        rows.add(
                amounts(
                        new Subject.Fact("low"),
                        one -> one.lowest().map(low -> low.point().price())));
        rows.add(
                row(
                        new Subject.Fact("stores"),
                        one -> Optional.of(new Cell.Count(one.card().stores()))));
        rows.add(words("brand", one -> one.card().product().brand()));
        rows.add(
                words(
                        "category",
                        one ->
                                one.card().product().category().isEmpty()
                                        ? Optional.empty()
                                        : Optional.of(one.card().product().category().getLast())));
        attributeNames()
                .forEach(name ->
                        rows.add(row(new Subject.Attribute(name), one -> attribute(one, name))));
        stores().forEach((store, name) ->
                rows.add(amounts(new Subject.PriceAt(name), one -> goodsAt(one, store))));
        return rows.stream()
                .filter(row -> !row.cells().stream().allMatch(Cell.Nothing.class::isInstance))
                .toList();
    }

    private Optional<Money> delivered(Candidate one) {
        return one.card()
                .best()
                .filter(PricedOffer::isDeliveryKnown)
                .map(best -> best.price().payable());
    }

    private static Optional<Money> goodsAt(Candidate one, StoreId store) {
        return one.card().offers().stream()
                .filter(PricedOffer::canBeBought)
                .filter(priced -> priced.offer().store().equals(store))
                .map(PricedOffer::goods)
                .findFirst();
    }

    private static Optional<Cell> attribute(Candidate one, String name) {
        return Optional.ofNullable(one.card().product().attributes().get(name))
                .filter(value -> !value.isBlank())
                .map(value -> new Cell.Words(Localized.of(Localized.UNSTATED, value)));
    }

    private TreeSet<String> attributeNames() {
        TreeSet<String> names = new TreeSet<>();
        candidates.forEach(one -> names.addAll(one.card().product().attributes().keySet()));
        return names;
    }

    /** Those selling most of the products first. */
    private Map<StoreId, Localized> stores() {
        Map<StoreId, Localized> names = new LinkedHashMap<>();
        Map<StoreId, Long> sold = new LinkedHashMap<>();
        for (Candidate one : candidates) {
            for (PricedOffer priced : one.card().offers()) {
                names.put(priced.offer().store(), priced.storeName());
                sold.merge(priced.offer().store(), 1L, Long::sum);
            }
        }
        Map<StoreId, Localized> ordered = new LinkedHashMap<>();
        sold.entrySet().stream()
                .sorted(
                        Map.Entry.<StoreId, Long>comparingByValue(Comparator.reverseOrder())
                                .thenComparing(entry -> entry.getKey().toString()))
                .forEach(entry ->
                        ordered.put(
                                entry.getKey(),
                                names.getOrDefault(
                                        entry.getKey(),
                                        Localized.of(
                                                Localized.UNSTATED, entry.getKey().sellerId()))));
        return ordered;
    }

    private Row words(String fact, Function<Candidate, Optional<Localized>> words) {
        return row(new Subject.Fact(fact), one -> words.apply(one).map(Cell.Words::new));
    }

    private Row row(Subject subject, Function<Candidate, Optional<? extends Cell>> cell) {
        List<Cell> cells = new ArrayList<>();
        for (Candidate one : candidates) {
            Optional<? extends Cell> found = cell.apply(one);
            cells.add(found.isPresent() ? found.get() : new Cell.Nothing());
        }
        return new Row(subject, cells);
    }

    private Row amounts(Subject subject, Function<Candidate, Optional<Money>> amount) {
        List<Optional<Money>> amounts = candidates.stream().map(amount).toList();
        boolean comparable =
                amounts.stream().flatMap(Optional::stream).map(Money::currency).distinct().count()
                        == 1;
        List<Cell> cells = new ArrayList<>();
        for (Optional<Money> one : amounts) {
            if (one.isEmpty()) {
                cells.add(new Cell.Nothing());
                continue;
            }
            Money here = one.get();
            boolean isLowest =
                    comparable
                            && amounts.stream()
                                    .flatMap(Optional::stream)
                                    .allMatch(other -> here.compareTo(other) <= 0)
                            && amounts.stream().flatMap(Optional::stream).distinct().count() > 1;
            cells.add(new Cell.Amount(here, isLowest));
        }
        return new Row(subject, cells);
    }
}
