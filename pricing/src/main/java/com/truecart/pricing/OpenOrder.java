package com.truecart.pricing;

import com.truecart.pricing.profile.EngineProfile;
import com.truecart.pricing.profile.Lane;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Promotions that an engine takes one after the other without saying which comes first: at Medusa
 * all of one bare number, which it gets in the order of its database ({@code computeActions} of its
 * promotion module orders by {@code application_method.value} alone, and {@code sortByBuyGetType}
 * keeps what it gets). Where their order changes what is to pay, only the first by ref is priced,
 * and of the others it is said.
 */
final class OpenOrder {
    /** Of more equals than this not every order is tried: their order is taken to matter. */
    private static final int MOST_EQUALS = 4;

    private final List<Rule> rules;
    private final EngineProfile profile;
    private final Function<List<Rule>, Calculation.Result> price;

    OpenOrder(
            List<Rule> rules,
            EngineProfile profile,
            Function<List<Rule>, Calculation.Result> price) {
        this.rules = rules;
        this.profile = profile;
        this.price = price;
    }

    /** The cart without the promotions that no order is known of. */
    Calculation.Result settled() {
        if (profile.lanes().stream().allMatch(OpenOrder::isStated)) {
            return price.apply(rules);
        }
        List<Rule> kept = new ArrayList<>(rules);
        List<Told> told = new ArrayList<>();
        Calculation.Result result = price.apply(kept);
        Optional<List<Rule>> open = open(result, kept);
        while (open.isPresent()) {
            Rule first = open.get().getFirst();
            Rule last = open.get().getLast();
            told.add(new Told(last.store(), new NotApplied(last.promotion(), after(first))));
            kept.removeIf(last::isSamePromotionAs);
            result = price.apply(kept);
            open = open(result, kept);
        }
        if (told.isEmpty()) {
            return result;
        }
        told.addAll(result.told());
        return new Calculation.Result(result.running(), result.outcome(), told);
    }

    private static boolean isStated(Lane lane) {
        return lane.order() != Lane.Order.VALUE_DESCENDING;
    }

    private static Verdict after(Rule first) {
        return new Verdict.Refused(
                Verdict.Flaw.NO_ORDER, first.promotion().label().in(Locale.ENGLISH));
    }

    /** Equals whose order matters, by ref; empty where all is told. */
    private Optional<List<Rule>> open(Calculation.Result result, List<Rule> kept) {
        return equals(result, kept).stream()
                .filter(equals -> matters(equals, result, kept))
                .findFirst();
    }

    private record Place(Lane lane, BigDecimal number) {}

    /** Those of one number that take something off, or would if they came earlier. */
    private List<List<Rule>> equals(Calculation.Result result, List<Rule> kept) {
        Map<Place, List<Rule>> places = new LinkedHashMap<>();
        for (Rule rule : kept) {
            Lane lane = profile.laneOf(rule.stage());
            if (!isStated(lane) && LaneOrder.isStandard(rule) && mayTake(rule, result)) {
                BigDecimal number = LaneOrder.bareValue(rule).stripTrailingZeros();
                places.computeIfAbsent(new Place(lane, number), _ -> new ArrayList<>()).add(rule);
            }
        }
        return places.values().stream()
                .filter(some -> !some.stream().allMatch(some.getFirst()::isSamePromotionAs))
                .toList();
    }

    private static boolean mayTake(Rule rule, Calculation.Result result) {
        return result.running().hasTaken(rule)
                || new Verdict.RuledOut(Verdict.Reason.NO_GAIN)
                        .equals(result.outcome().refused().get(rule));
    }

    private boolean matters(List<Rule> equals, Calculation.Result result, List<Rule> kept) {
        return equals.size() > MOST_EQUALS
                || orders(equals).stream()
                        .anyMatch(order ->
                                differ(result, price.apply(arranged(kept, equals, order))));
    }

    private boolean differ(Calculation.Result one, Calculation.Result other) {
        return IntStream.range(0, one.running().positions().carts().size())
                .anyMatch(store -> one.asked(store) != other.asked(store));
    }

    /** The rules with these in another order, which their lane keeps between equals. */
    private static List<Rule> arranged(List<Rule> kept, List<Rule> equals, List<Rule> order) {
        List<Rule> arranged = new ArrayList<>(kept);
        for (int i = 0; i < equals.size(); i++) {
            arranged.set(kept.indexOf(equals.get(i)), order.get(i));
        }
        return arranged;
    }

    /** Every order of these but the one they are in. */
    private static List<List<Rule>> orders(List<Rule> equals) {
        List<List<Rule>> orders = new ArrayList<>();
        add(orders, new ArrayList<>(equals), 0);
        orders.remove(equals);
        return orders;
    }

    private static void add(List<List<Rule>> orders, List<Rule> order, int from) {
        if (from == order.size()) {
            orders.add(List.copyOf(order));
        }
        for (int i = from; i < order.size(); i++) {
            Collections.swap(order, from, i);
            add(orders, order, from + 1);
            Collections.swap(order, from, i);
        }
    }
}
