package com.truecart.pricing.plan;

import com.truecart.model.Money;
import com.truecart.pricing.plan.model.Selection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Works out what a plan's next best choices would cost. */
final class PassedOver {
    private final Basket basket;
    private final List<Option> options;
    private final PlanPricer pricer;
    private final int[] planned;
    private final Map<Integer, List<Integer>> groupOf = new HashMap<>();
    private final Map<List<Integer>, Long> costs = new HashMap<>();

    PassedOver(Basket basket, PurchasePlan plan, Instant now) {
        this.basket = basket;
        this.options = Options.of(basket);
        this.pricer = new PlanPricer(basket, options, now);
        Selection selection = Recall.of(plan, options);
        this.planned = new int[options.size()];
        for (int t = 0; t < planned.length; t++) {
            planned[t] = selection.units(t);
        }
        for (List<Integer> group : pricer.groups()) {
            group.forEach(store -> groupOf.put(store, group));
            costs.put(group, pricer.costOf(group, selection));
        }
    }

    Alternatives alternatives() {
        Map<Integer, Alternatives.Elsewhere> byWant = new LinkedHashMap<>();
        Map<Integer, Alternatives.OtherStore> byStore = new LinkedHashMap<>();
        Set<Integer> used = storesUsed();
        for (int t = 0; t < planned.length; t++) {
            Option option = options.get(t);
            Set<Integer> from = storesOf(option.want());
            if (!option.whole() || from.isEmpty() || from.contains(option.store())) {
                continue;
            }
            Money more = more(option.want(), t);
            if (more.minor() > PlanPricer.FORBIDDEN / 2) {
                continue;
            }
            String store = basket.stores().get(option.store()).id();
            byWant.merge(
                    option.want(),
                    new Alternatives.Elsewhere(option.wantId(), store, more),
                    (one, other) -> one.more().compareTo(other.more()) <= 0 ? one : other);
            if (!used.contains(option.store())) {
                byStore.merge(
                        option.store(),
                        new Alternatives.OtherStore(store, option.wantId(), more),
                        (one, other) -> one.more().compareTo(other.more()) <= 0 ? one : other);
            }
        }
        return new Alternatives(
                byWant.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(Map.Entry::getValue)
                        .toList(),
                byStore.values().stream()
                        .sorted(Comparator.comparing(Alternatives.OtherStore::more))
                        .toList());
    }

    private Set<Integer> storesUsed() {
        Set<Integer> used = new HashSet<>();
        for (int t = 0; t < planned.length; t++) {
            if (planned[t] > 0) {
                used.add(options.get(t).store());
            }
        }
        return used;
    }

    private Set<Integer> storesOf(int want) {
        Set<Integer> stores = new HashSet<>();
        for (int t = 0; t < planned.length; t++) {
            if (planned[t] > 0 && options.get(t).want() == want) {
                stores.add(options.get(t).store());
            }
        }
        return stores;
    }

    /** What the plan costs more where this take alone gives the want. */
    private Money more(int want, int take) {
        int[] units = planned.clone();
        Set<List<Integer>> changed = new HashSet<>();
        for (int t = 0; t < units.length; t++) {
            if (options.get(t).want() == want && units[t] > 0) {
                units[t] = 0;
                changed.add(groupAt(t));
            }
        }
        units[take] = options.get(take).units();
        changed.add(groupAt(take));
        Selection other = new Selection(units);
        long more = 0;
        for (List<Integer> group : new ArrayList<>(changed)) {
            more += pricer.costOf(group, other) - costs.getOrDefault(group, 0L);
        }
        return new Money(more, basket.currency());
    }

    private List<Integer> groupAt(int take) {
        return groupOf.getOrDefault(options.get(take).store(), List.of());
    }
}
