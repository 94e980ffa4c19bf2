package com.truecart.pricing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Several units together: which offers go to which multi-buy.
 *
 * <p>Every offer either keeps to the promotions of its own ({@link UnitSplit} divides its units
 * among them) or gives all its units to one promotion over several offers ("any 3 for $30"). All
 * combinations are tried up to {@link #MOST_COMBINATIONS}; beyond that single changes are made as
 * long as one saves more, so that the result is never worse than no promotion over several offers
 * at all.
 */
final class QuantityStage {

    static final int MOST_COMBINATIONS = 4_096;

    private static final int OWN = -1;

    private final List<long[]> units;
    private final List<Rule> across;
    private final List<List<UnitSplit.Share>> own = new ArrayList<>();
    private final List<List<Integer>> choices = new ArrayList<>();
    private final UnitSplit split;

    /**
     * Lays out the choices.
     *
     * @param units by offer, dearest first
     */
    QuantityStage(List<Rule> rules, List<long[]> units, UnitSplit split) {
        this.units = units;
        this.split = split;
        this.across = rules.stream().filter(rule -> !rule.countsEachOfferApart()).toList();
        for (int i = 0; i < units.size(); i++) {
            int offer = i;
            own.add(
                    split.best(
                            rules.stream()
                                    .filter(Rule::countsEachOfferApart)
                                    .filter(rule -> rule.offers().contains(offer))
                                    .toList(),
                            units.get(i)));
            List<Integer> possible = new ArrayList<>(List.of(OWN));
            for (int rule = 0; rule < across.size(); rule++) {
                if (across.get(rule).offers().contains(i)) {
                    possible.add(rule);
                }
            }
            choices.add(possible);
        }
    }

    /** What each rule saves on which offers together. */
    record Applied(Rule rule, List<Integer> offers, long saving) {}

    List<Applied> best() {
        long combinations = 1;
        for (List<Integer> possible : choices) {
            combinations = Math.min(MOST_COMBINATIONS + 1L, combinations * possible.size());
        }
        int[] chosen = combinations <= MOST_COMBINATIONS ? enumerate() : improve();
        List<Applied> applied = new ArrayList<>();
        for (int i = 0; i < chosen.length; i++) {
            if (chosen[i] == OWN) {
                for (UnitSplit.Share share : own.get(i)) {
                    applied.add(new Applied(share.rule(), List.of(i), share.saving()));
                }
            }
        }
        members(chosen)
                .forEach((rule, offers) -> {
                    long saving = together(across.get(rule), offers);
                    if (saving > 0) {
                        applied.add(new Applied(across.get(rule), offers, saving));
                    }
                });
        return applied;
    }

    private int[] enumerate() {
        int[] places = new int[choices.size()];
        int[] best = at(places);
        long bestSaving = saving(best);
        int i = 0;
        while (i < places.length) {
            if (++places[i] == choices.get(i).size()) {
                places[i++] = 0;
                continue;
            }
            i = 0;
            int[] chosen = at(places);
            long saving = saving(chosen);
            if (saving > bestSaving) {
                best = chosen;
                bestSaving = saving;
            }
        }
        return best;
    }

    private int[] at(int[] places) {
        int[] chosen = new int[places.length];
        for (int i = 0; i < places.length; i++) {
            chosen[i] = choices.get(i).get(places[i]);
        }
        return chosen;
    }

    private int[] improve() {
        int[] best = new int[choices.size()];
        Arrays.fill(best, OWN);
        boolean improved = true;
        while (improved) {
            improved = false;
            for (int[] changed : changes(best)) {
                if (saving(changed) > saving(best)) {
                    best = changed;
                    improved = true;
                    break;
                }
            }
        }
        return best;
    }

    /** One rule taking all its offers, or one offer changing its mind. */
    private List<int[]> changes(int[] chosen) {
        List<int[]> changes = new ArrayList<>();
        for (int rule = 0; rule < across.size(); rule++) {
            int[] changed = chosen.clone();
            for (int offer : across.get(rule).offers()) {
                changed[offer] = rule;
            }
            changes.add(changed);
        }
        for (int i = 0; i < chosen.length; i++) {
            for (int choice : choices.get(i)) {
                if (choice != chosen[i]) {
                    int[] changed = chosen.clone();
                    changed[i] = choice;
                    changes.add(changed);
                }
            }
        }
        return changes;
    }

    private long saving(int[] chosen) {
        long saving = 0;
        for (int i = 0; i < chosen.length; i++) {
            if (chosen[i] == OWN) {
                saving += own.get(i).stream().mapToLong(UnitSplit.Share::saving).sum();
            }
        }
        for (Map.Entry<Integer, List<Integer>> member : members(chosen).entrySet()) {
            saving += together(across.get(member.getKey()), member.getValue());
        }
        return saving;
    }

    private static Map<Integer, List<Integer>> members(int[] chosen) {
        Map<Integer, List<Integer>> members = new TreeMap<>();
        for (int i = 0; i < chosen.length; i++) {
            if (chosen[i] != OWN) {
                members.computeIfAbsent(chosen[i], _ -> new ArrayList<>()).add(i);
            }
        }
        return members;
    }

    private long together(Rule rule, List<Integer> offers) {
        return split.saving(rule, merged(units, offers));
    }

    /** The units of these offers, dearest first. */
    static long[] merged(List<long[]> units, List<Integer> offers) {
        List<Long> all = new ArrayList<>();
        for (int offer : offers) {
            for (long unit : units.get(offer)) {
                all.add(unit);
            }
        }
        all.sort(Collections.reverseOrder());
        return all.stream().mapToLong(Long::longValue).toArray();
    }
}
