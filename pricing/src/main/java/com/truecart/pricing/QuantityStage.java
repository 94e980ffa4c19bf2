package com.truecart.pricing;

import com.truecart.model.Benefit;
import com.truecart.model.Benefit.AmountOff.Per;
import com.truecart.model.Money;
import com.truecart.pricing.profile.Basis;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Several units together: which offers go to which multi-buy.
 *
 * <p>Every offer either keeps to the promotions of its own ({@link UnitSplit} divides its units
 * among them) or gives all its units to one promotion over several offers ("any 3 for $30"). An
 * offer in the scope of such a promotion stands aside only for another one that lowers it: no till
 * leaves out the cheap drink so that the dear one is free. All combinations are tried up to {@link
 * #MOST_COMBINATIONS}; beyond that single changes are made as long as one saves more, so that the
 * result is never worse than no promotion over several offers at all, and it is said that it is not
 * proven best. So it is where several units of one offer could be divided between two of these
 * choices, which is not tried.
 */
final class QuantityStage {

    static final int MOST_COMBINATIONS = 4_096;

    /**
     * Of more promotions over several offers than this the ones that save least alone are passed
     * over.
     */
    static final int MOST_ACROSS = 24;

    /** Of more promotions of one offer's own than this likewise. */
    static final int MOST_OWN = 12;

    private static final int OWN = -1;

    private final Running running;
    private final Discounts discounts;
    private final UnitSplit split;
    private final List<Rule> across;
    private final List<List<UnitSplit.Share>> own = new ArrayList<>();
    private final List<int[]> choices = new ArrayList<>();
    private boolean isCutShort;

    /** Lays out the choices. */
    QuantityStage(List<Rule> rules, Running running, Discounts discounts, UnitSplit split) {
        this.running = running;
        this.discounts = discounts;
        this.split = split;
        this.across =
                bestAlone(
                        rules.stream().filter(rule -> !rule.countsEachOfferApart()).toList(),
                        MOST_ACROSS);
        List<Rule> apart = rules.stream().filter(Rule::countsEachOfferApart).toList();
        for (int i = 0; i < running.positions().goods(); i++) {
            own.add(ownShares(i, apart));
            choices.add(choices(i));
        }
    }

    private List<UnitSplit.Share> ownShares(int position, List<Rule> apart) {
        List<Rule> ofIt = new ArrayList<>();
        for (Rule rule : apart) {
            if (Arrays.binarySearch(rule.at(), position) >= 0) {
                ofIt.add(rule);
            }
        }
        return ofIt.isEmpty() || !isOpen(position)
                ? List.of()
                : split.best(
                        bestAlone(ofIt, MOST_OWN),
                        running.units(position, Basis.RUNNING),
                        seen(position));
    }

    private List<Rule> bestAlone(List<Rule> rules, int most) {
        if (rules.size() <= most) {
            return rules;
        }
        isCutShort = true;
        return rules.stream()
                .sorted(Comparator.comparingLong(this::savingAlone).reversed())
                .limit(most)
                .toList();
    }

    /**
     * What an offer may do with its units. One that saves nothing by itself joins a promotion over
     * several offers wherever it can: another unit never makes such a group smaller.
     */
    private int[] choices(int position) {
        int[] possible = new int[across.size() + 1];
        int count = 0;
        if (!own.get(position).isEmpty()) {
            possible[count++] = OWN;
        }
        for (int rule = 0; rule < across.size(); rule++) {
            if (isOpen(position) && takesPart(across.get(rule), position)) {
                possible[count++] = rule;
            }
        }
        // some of its units here and some there might save more still
        isCutShort |= count > 1 && running.positions().quantity(position) > 1;
        return count == 0 ? new int[] {OWN} : Arrays.copyOf(possible, count);
    }

    private boolean isOpen(int position) {
        return running.open(new int[] {position}).length > 0;
    }

    private static boolean takesPart(Rule rule, int position) {
        return Arrays.binarySearch(rule.at(), position) >= 0
                || Arrays.binarySearch(rule.scope(), position) >= 0;
    }

    /** What a rule takes off each position. */
    static final class Applied {
        private final Rule rule;
        private final long[] shares;

        Applied(Rule rule, long[] shares) {
            this.rule = rule;
            this.shares = shares;
        }

        Rule rule() {
            return rule;
        }

        /** By position. */
        long[] shares() {
            return shares;
        }
    }

    /** Whether something was not looked at, so that a better division may exist. */
    boolean isCutShort() {
        return isCutShort || split.isCutShort();
    }

    List<Applied> best() {
        long combinations = 1;
        for (int[] possible : choices) {
            combinations = Math.min(MOST_COMBINATIONS + 1L, combinations * possible.length);
        }
        int[] chosen;
        if (combinations <= MOST_COMBINATIONS) {
            chosen = enumerate();
        } else {
            isCutShort = true;
            chosen = improve();
        }
        List<Applied> applied = new ArrayList<>();
        for (int i = 0; i < chosen.length; i++) {
            if (chosen[i] == OWN) {
                for (UnitSplit.Share share : own.get(i)) {
                    long[] shares = new long[running.positions().all()];
                    shares[i] = share.saving();
                    applied.add(new Applied(share.rule(), shares));
                }
            }
        }
        members(chosen)
                .forEach((rule, positions) -> {
                    if (together(across.get(rule), positions) > 0) {
                        applied.add(
                                new Applied(across.get(rule), shares(across.get(rule), positions)));
                    }
                });
        return applied;
    }

    /** Where a benefit names the lines it lowers, these; else those whose units earned it. */
    private long[] shares(Rule rule, int[] positions) {
        if (!rule.benefit().otherScope().isEmpty() || isPerLine(rule)) {
            return discounts.of(
                    rule, common(rule.scope(), positions), common(rule.at(), positions));
        }
        return Earned.shares(rule.benefit(), positions, running, Basis.RUNNING, discounts.math());
    }

    private static boolean isPerLine(Rule rule) {
        return rule.benefit() instanceof Benefit.AmountOff(Money _, var per) && per == Per.LINE;
    }

    private int[] enumerate() {
        int[] places = new int[choices.size()];
        int[] best = at(places);
        if (across.isEmpty()) {
            return best;
        }
        long bestSaving = saving(best);
        int i = 0;
        while (i < places.length) {
            if (++places[i] == choices.get(i).length) {
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
            chosen[i] = choices.get(i)[places[i]];
        }
        return chosen;
    }

    private int[] improve() {
        int[] best = at(new int[choices.size()]);
        long bestSaving = saving(best);
        boolean improved = true;
        while (improved) {
            improved = false;
            for (int[] changed : changes(best)) {
                long saving = saving(changed);
                if (saving > bestSaving) {
                    best = changed;
                    bestSaving = saving;
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
            for (int i = 0; i < changed.length; i++) {
                if (isOpen(i) && takesPart(across.get(rule), i)) {
                    changed[i] = rule;
                }
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
                for (UnitSplit.Share share : own.get(i)) {
                    saving += share.saving();
                }
            }
        }
        for (Map.Entry<Integer, int[]> member : members(chosen).entrySet()) {
            saving += together(across.get(member.getKey()), member.getValue());
        }
        return saving;
    }

    private static Map<Integer, int[]> members(int[] chosen) {
        Map<Integer, int[]> members = new TreeMap<>();
        for (int i = 0; i < chosen.length; i++) {
            if (chosen[i] != OWN) {
                int[] some = members.getOrDefault(chosen[i], new int[0]);
                int[] more = Arrays.copyOf(some, some.length + 1);
                more[some.length] = i;
                members.put(chosen[i], more);
            }
        }
        return members;
    }

    /** What a rule saves by itself on everything it may have. */
    long savingAlone(Rule rule) {
        if (rule.countsEachOfferApart()) {
            long saving = 0;
            for (int position : rule.at()) {
                saving +=
                        split.saving(rule, running.units(position, Basis.RUNNING), seen(position));
            }
            return saving;
        }
        int[] all = new int[running.positions().goods()];
        int count = 0;
        for (int i = 0; i < all.length; i++) {
            if (takesPart(rule, i)) {
                all[count++] = i;
            }
        }
        return together(rule, Arrays.copyOf(all, count));
    }

    private long together(Rule rule, int[] positions) {
        if (rule.benefit().otherScope().isEmpty() && !isPerLine(rule)) {
            return split.saving(
                    rule, running.unitsTogether(positions, Basis.RUNNING), portion(positions));
        }
        int[] scope = common(rule.scope(), positions);
        return split.isMet(rule, portion(scope))
                ? Arrays.stream(discounts.of(rule, scope, common(rule.at(), positions))).sum()
                : 0;
    }

    private UnitSplit.Seen seen(int position) {
        return (amount, side) -> running.spend(position, amount, side);
    }

    /** All units of these offers. */
    private Portion portion(int[] positions) {
        return new Portion(
                running.positions().units(positions),
                running.positions().distinct(positions),
                side -> running.spend(positions, Basis.RUNNING, side));
    }

    private static int[] common(int[] some, int[] others) {
        return Arrays.stream(some).filter(i -> Arrays.binarySearch(others, i) >= 0).toArray();
    }
}
