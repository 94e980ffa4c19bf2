package com.truecart.pricing;

import com.truecart.model.Benefit;
import com.truecart.model.Money;
import com.truecart.model.Promotion;
import com.truecart.pricing.Verdict.Reason;
import com.truecart.pricing.Verdict.RuledOut;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What stands beside the price of one store, or of the platform over its stores: gifts, what comes
 * back, and the promotions that are not in the amount.
 */
final class Notes {

    private final Calculation.Result result;
    private final int store;

    /**
     * Makes the notes of one side.
     *
     * @param store whose promotions are spoken of, or {@link Positions#EVERY_STORE}
     */
    Notes(Calculation.Result result, int store) {
        this.result = result;
        this.store = store;
    }

    /** Each gift once, also where it is stated on several lines of one offer. */
    List<GiftNote> gifts() {
        Set<GiftNote> gifts = new LinkedHashSet<>();
        for (Rule rule : result.outcome().gifts()) {
            if (rule.store() == store
                    && rule.benefit()
                            instanceof Benefit.Gift(String description, Optional<Money> value)) {
                gifts.add(new GiftNote(rule.promotion(), description, value));
            }
        }
        return List.copyOf(gifts);
    }

    /**
     * What comes back, worked out once for each promotion on what the lines in scope cost; lines
     * are by store.
     */
    List<ValueBackNote> valueBack(Map<Integer, List<PricedLine>> lines) {
        Map<String, Money> paid = new HashMap<>();
        lines.forEach((ofStore, some) ->
                some.forEach(line -> paid.put(key(ofStore, line.line()), line.payable())));
        Map<Promotion, Set<String>> scopes = new LinkedHashMap<>();
        Positions positions = result.running().positions();
        for (Rule rule : result.outcome().valueBack()) {
            if (rule.store() == store) {
                Set<String> scope =
                        scopes.computeIfAbsent(rule.promotion(), _ -> new LinkedHashSet<>());
                for (int position : rule.scope()) {
                    for (CartLine line : positions.lines(position)) {
                        scope.add(key(positions.store(position), line));
                    }
                }
            }
        }
        List<ValueBackNote> notes = new ArrayList<>();
        UnitMath math = new UnitMath(1, RoundingMode.DOWN);
        Money nothing = Money.zero(positions.offer(0).unitPrice().currency());
        scopes.forEach((promotion, scope) -> {
            if (promotion.benefit() instanceof Benefit.ValueBack back) {
                Money sum =
                        scope.stream()
                                .map(line -> paid.getOrDefault(line, nothing))
                                .reduce(nothing, Money::plus);
                notes.add(
                        new ValueBackNote(
                                promotion, back.form(), Amounts.valueBack(back, sum, math)));
            }
        });
        return notes;
    }

    /**
     * Each promotion once, by ref. One that applies to some offers and not to others applies; it is
     * told of besides only where another promotion kept it off an offer.
     *
     * @param applied those that are in the amount
     */
    List<NotApplied> notApplied(Collection<Promotion> applied) {
        Set<Promotion> settled = new HashSet<>(applied);
        Set<Promotion> keptOffSome = new HashSet<>(applied);
        result.outcome().gifts().stream()
                .filter(this::isOfIt)
                .forEach(r -> settled.add(r.promotion()));
        result.outcome().valueBack().stream()
                .filter(this::isOfIt)
                .forEach(rule -> settled.add(rule.promotion()));
        List<NotApplied> told = new ArrayList<>();
        for (Told each : result.told()) {
            if (each.store() == store) {
                told.add(each.what());
            }
        }
        // what came to less than half a minor unit is no step
        result.running().applied().stream()
                .filter(this::isOfIt)
                .forEach(rule ->
                        told.add(new NotApplied(rule.promotion(), new RuledOut(Reason.NO_GAIN))));
        return told.stream()
                .sorted(
                        Comparator.comparing((NotApplied each) -> each.promotion().ref())
                                .thenComparing(Object::toString))
                .filter(each ->
                        settled.add(each.promotion())
                                || (isKeptOff(each) && keptOffSome.remove(each.promotion())))
                .toList();
    }

    private static boolean isKeptOff(NotApplied each) {
        return each.verdict().equals(new RuledOut(Reason.DOES_NOT_COMBINE));
    }

    private boolean isOfIt(Rule rule) {
        return rule.store() == store;
    }

    private static String key(int store, CartLine line) {
        return store + "/" + line.lineId();
    }
}
