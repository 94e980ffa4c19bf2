package com.truecart.pricing;

import static java.util.Objects.requireNonNull;

import com.truecart.model.Benefit;
import com.truecart.model.Money;
import com.truecart.model.Promotion;
import com.truecart.model.Promotion.Stage;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Every way in which each offer keeps to its own multi-buys or gives all its units to one over
 * several offers, tried one by one; {@link MixedDivisionTest} tries every way to give the units.
 */
final class SlowDivision {

    /** What each promotion takes off each offer, by the promotion's ref. */
    private record Way(Map<String, Map<String, BigDecimal>> off) {
        BigDecimal saving() {
            return SlowPricer.sum(
                    off.values().stream().map(each -> SlowPricer.sum(each.values())).toList());
        }
    }

    /** A promotion that counts each offer by itself has counted offers before. */
    private static final int COUNTED_BEFORE = Integer.MAX_VALUE;

    private final SlowPricer pricer;
    private final List<Promotion> rules;

    SlowDivision(SlowPricer pricer) {
        this.pricer = pricer;
        this.rules = pricer.of(Stage.QUANTITY).stream().filter(pricer::holds).toList();
    }

    void run() {
        Set<Way> best = new HashSet<>(Set.of(new Way(Map.of())));
        for (Map<String, Optional<Promotion>> choice : choices(pricer.ids())) {
            for (Way way : ways(choice)) {
                int better = way.saving().compareTo(best.iterator().next().saving());
                if (better > 0) {
                    best.clear();
                }
                if (better >= 0) {
                    best.add(way);
                }
            }
        }
        if (best.size() > 1 && best.iterator().next().saving().signum() > 0) {
            pricer.notOnlyBest();
        }
        best.iterator()
                .next()
                .off()
                .forEach((ref, shares) ->
                        pricer.take(
                                rules.stream()
                                        .filter(rule -> rule.ref().equals(ref))
                                        .findFirst()
                                        .orElseThrow(),
                                shares));
    }

    private boolean isApart(Promotion rule) {
        return rule.benefit() instanceof Benefit.NthUnit
                || rule.benefit() instanceof Benefit.NthUnitPrice
                || (named(rule).isEmpty() && pricer.idsIn(rule.scope()).size() == 1);
    }

    /** The lines a benefit names itself. */
    private Optional<List<String>> named(Promotion rule) {
        return switch (rule.benefit()) {
            case Benefit.BuyThisGetThat that -> Optional.of(pricer.idsIn(that.that()));
            case Benefit.SetPrice(Map<String, Integer> units, var _) ->
                    Optional.of(pricer.ids().stream().filter(units::containsKey).toList());
            case Benefit _ -> Optional.empty();
        };
    }

    private boolean takesPart(Promotion rule, String id) {
        return pricer.idsIn(rule.scope()).contains(id)
                || named(rule).orElse(List.of()).contains(id);
    }

    /** For each offer its own promotions (empty) or one over several offers. */
    private List<Map<String, Optional<Promotion>>> choices(List<String> ids) {
        if (ids.isEmpty()) {
            return List.of(Map.of());
        }
        String id = ids.getLast();
        List<Optional<Promotion>> possible = new ArrayList<>();
        rules.stream()
                .filter(rule -> !isApart(rule) && takesPart(rule, id))
                .forEach(rule -> possible.add(Optional.of(rule)));
        boolean hasOwn = ownWays(id).stream().anyMatch(way -> way.saving().signum() > 0);
        if (hasOwn || possible.isEmpty()) {
            possible.add(Optional.empty());
        }
        List<Map<String, Optional<Promotion>>> all = new ArrayList<>();
        for (Map<String, Optional<Promotion>> others : choices(ids.subList(0, ids.size() - 1))) {
            for (Optional<Promotion> one : possible) {
                Map<String, Optional<Promotion>> more = new TreeMap<>(others);
                more.put(id, one);
                all.add(more);
            }
        }
        return all;
    }

    private List<Way> ways(Map<String, Optional<Promotion>> choice) {
        Map<String, Map<String, BigDecimal>> across = new TreeMap<>();
        for (Promotion rule : rules) {
            List<String> members =
                    choice.keySet().stream()
                            .filter(id ->
                                    requireNonNull(choice.get(id)).filter(rule::equals).isPresent())
                            .toList();
            Map<String, BigDecimal> shares = members.isEmpty() ? Map.of() : across(rule, members);
            if (SlowPricer.sum(shares.values()).signum() > 0) {
                across.put(rule.ref(), positive(shares));
            }
        }
        List<Way> ways = List.of(new Way(across));
        for (String id : choice.keySet()) {
            if (choice.get(id).isEmpty()) {
                List<Way> more = new ArrayList<>();
                for (Way way : ways) {
                    ownWays(id).forEach(own -> more.add(joined(way, own)));
                }
                ways = more;
            }
        }
        return ways;
    }

    /** The best ways to give the units of one offer to its own promotions. */
    private Set<Way> ownWays(String id) {
        List<Promotion> own =
                rules.stream().filter(rule -> isApart(rule) && takesPart(rule, id)).toList();
        List<BigDecimal> units = pricer.unitsOf(id);
        Set<Way> best = new HashSet<>(Set.of(new Way(Map.of())));
        int choices = own.size() + 1;
        for (int code = 0; code < Math.pow(choices, units.size()); code++) {
            Map<String, Map<String, BigDecimal>> off = new TreeMap<>();
            for (int r = 0; r < own.size(); r++) {
                List<BigDecimal> given = new ArrayList<>();
                for (int unit = 0, rest = code; unit < units.size(); unit++, rest /= choices) {
                    if (rest % choices == r) {
                        given.add(units.get(unit));
                    }
                }
                BigDecimal saving =
                        given.isEmpty()
                                ? BigDecimal.ZERO
                                : pricer.multiBuy(own.get(r), given, COUNTED_BEFORE);
                if (saving.signum() > 0) {
                    off.put(own.get(r).ref(), Map.of(id, saving));
                }
            }
            Way way = new Way(off);
            int better = way.saving().compareTo(best.iterator().next().saving());
            if (better > 0) {
                best.clear();
            }
            if (better >= 0) {
                best.add(way);
            }
        }
        return best;
    }

    private Map<String, BigDecimal> across(Promotion rule, List<String> members) {
        List<String> scope = pricer.idsIn(rule.scope()).stream().filter(members::contains).toList();
        List<BigDecimal> counted = new ArrayList<>();
        scope.forEach(id -> counted.addAll(pricer.unitsOf(id)));
        if (named(rule).isPresent() && !pricer.isMetBy(rule, counted, scope.size())) {
            return Map.of();
        }
        return switch (rule.benefit()) {
            case Benefit.BuyThisGetThat that ->
                    free(
                            that,
                            scope,
                            named(rule).orElseThrow().stream().filter(members::contains).toList());
            case Benefit.SetPrice(Map<String, Integer> units, Money price) ->
                    pricer.spreadOver(
                            set(units, SlowPricer.of(price), members),
                            members.stream().filter(units::containsKey).toList());
            case Benefit _ -> {
                List<BigDecimal> all = new ArrayList<>();
                members.forEach(id -> all.addAll(pricer.unitsOf(id)));
                yield pricer.multiBuy(rule, all, members.size()).signum() > 0
                        ? SlowEarned.shares(pricer, rule.benefit(), members)
                        : Map.of();
            }
        };
    }

    /** Full sets, each of the dearest units left. */
    private BigDecimal set(Map<String, Integer> wanted, BigDecimal price, List<String> members) {
        BigDecimal saving = BigDecimal.ZERO;
        Map<String, Integer> used = new HashMap<>();
        while (wanted.keySet().stream()
                .allMatch(id ->
                        members.contains(id)
                                && used.getOrDefault(id, 0) + requireNonNull(wanted.get(id))
                                        <= pricer.unitsOf(id).size())) {
            BigDecimal apart = BigDecimal.ZERO;
            for (String id : wanted.keySet()) {
                int from = used.merge(id, wanted.get(id), Integer::sum) - wanted.get(id);
                apart =
                        apart.add(
                                SlowPricer.sum(
                                        pricer.unitsOf(id)
                                                .subList(
                                                        from,
                                                        from + requireNonNull(wanted.get(id)))));
            }
            saving = saving.add(apart.subtract(price).max(BigDecimal.ZERO));
        }
        return saving;
    }

    /** The cheapest of those, as many as the bought ones allow. */
    private Map<String, BigDecimal> free(
            Benefit.BuyThisGetThat offer, List<String> buy, List<String> that) {
        int bought = buy.stream().mapToInt(id -> pricer.unitsOf(id).size()).sum();
        List<Map.Entry<String, BigDecimal>> units =
                that.stream()
                        .flatMap(id -> pricer.unitsOf(id).stream().map(unit -> Map.entry(id, unit)))
                        .sorted(Map.Entry.comparingByValue(Comparator.naturalOrder()))
                        .toList();
        int most = Math.min(bought / offer.buy(), offer.maxTimes().orElse(Integer.MAX_VALUE));
        for (int lowered = most * offer.get(); lowered > 0; lowered--) {
            int times = Math.ceilDiv(lowered, offer.get());
            boolean isWhole = lowered % offer.get() == 0 || times == 1;
            List<Map.Entry<String, BigDecimal>> some =
                    units.subList(0, Math.min(lowered, units.size()));
            long ofBought = some.stream().filter(unit -> buy.contains(unit.getKey())).count();
            if (isWhole && (offer.selfUse() || bought - ofBought >= (long) times * offer.buy())) {
                Map<String, BigDecimal> shares = new TreeMap<>();
                some.forEach(unit ->
                        shares.merge(
                                unit.getKey(),
                                pricer.rate(unit.getValue(), offer.ratePpm()),
                                BigDecimal::add));
                return shares;
            }
        }
        return Map.of();
    }

    private static Way joined(Way one, Way other) {
        Map<String, Map<String, BigDecimal>> both = new TreeMap<>(one.off());
        other.off()
                .forEach((ref, shares) ->
                        both.merge(
                                ref,
                                shares,
                                (some, more) -> {
                                    Map<String, BigDecimal> all = new TreeMap<>(some);
                                    all.putAll(more);
                                    return all;
                                }));
        return new Way(both);
    }

    private static Map<String, BigDecimal> positive(Map<String, BigDecimal> shares) {
        Map<String, BigDecimal> some = new TreeMap<>(shares);
        some.values().removeIf(share -> share.signum() == 0);
        return some;
    }
}
