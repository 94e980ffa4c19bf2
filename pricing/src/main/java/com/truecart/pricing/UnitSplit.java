package com.truecart.pricing;

import com.truecart.model.Trigger.MinSpend.Side;
import com.truecart.pricing.Verdict.Met;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The best way to give the units of one offer to its quantity promotions: each unit serves at most
 * one, each promotion is applied at most once, to all units given to it. Exact, by dynamic
 * programming over (rule, units left).
 *
 * <p>Conditions on spend, quantity and the number of offers are judged on the units given to the
 * rule, never on units that another rule uses too; only how many offers a rule that counts each by
 * itself is about was judged on all of them before.
 *
 * <p>After a limited unit price ("at most 2 at $5") an offer has units at two prices; the state is
 * then a pair of counts. Where there would be more than {@link #MOST_STATES} states, units at two
 * prices are split apart from each other, and so many at one price in halves, which may miss a
 * mixed group or a larger one, never invent one.
 */
final class UnitSplit {

    static final int MOST_STATES = 4_000;

    /** A rule and what it takes off the units given to it. */
    record Share(Rule rule, long saving) {}

    /** What a condition sees that some units of the offer cost, on either side of tax. */
    interface Seen {
        long on(long amount, Optional<Side> side);
    }

    private final Conditions conditions;
    private final UnitMath math;
    private boolean isCutShort;

    UnitSplit(Conditions conditions, UnitMath math) {
        this.conditions = conditions;
        this.math = math;
    }

    /** Whether some split was not looked at whole. */
    boolean isCutShort() {
        return isCutShort;
    }

    /** The shares with the largest saving together; rules that give nothing are left out. */
    List<Share> best(List<Rule> rules, long[] dearestFirst, Seen seen) {
        if (rules.isEmpty()) {
            return List.of();
        }
        if (rules.size() == 1) {
            long saving = saving(rules.getFirst(), dearestFirst, seen);
            return saving > 0 ? List.of(new Share(rules.getFirst(), saving)) : List.of();
        }
        long dearest = dearestFirst[0];
        int dear = (int) Arrays.stream(dearestFirst).filter(unit -> unit == dearest).count();
        int other = dearestFirst.length - dear;
        if ((dear + 1L) * (other + 1L) > MOST_STATES) {
            isCutShort = true;
            int first = other > 0 ? dear : dear / 2;
            List<Share> apart =
                    new ArrayList<>(best(rules, Arrays.copyOf(dearestFirst, first), seen));
            apart.addAll(best(rules, Arrays.copyOfRange(dearestFirst, first, dear + other), seen));
            return apart;
        }
        return exact(rules, dearestFirst, dear, seen);
    }

    private List<Share> exact(List<Rule> rules, long[] units, int dear, Seen seen) {
        int width = units.length - dear + 1;
        int states = (dear + 1) * width;
        long[] best = new long[states];
        int[][] given = new int[rules.size()][states];
        long[][] savings = new long[rules.size()][states];
        for (int r = 0; r < rules.size(); r++) {
            for (int state = 1; state < states; state++) {
                long[] some = Arrays.copyOf(units, state / width + state % width);
                System.arraycopy(units, dear, some, state / width, state % width);
                savings[r][state] = saving(rules.get(r), some, seen);
            }
            best = with(best, savings[r], width, given[r]);
        }
        List<Share> shares = new ArrayList<>();
        int state = states - 1;
        for (int r = rules.size() - 1; r >= 0; r--) {
            int part = given[r][state];
            if (part > 0) {
                shares.addFirst(new Share(rules.get(r), savings[r][part]));
                state -= part;
            }
        }
        return shares;
    }

    /** The most each state saves where the rule may have any part of it; which part is noted. */
    private static long[] with(long[] without, long[] savings, int width, int[] given) {
        long[] with = without.clone();
        for (int state = 1; state < with.length; state++) {
            for (int dear = 0; dear <= state / width; dear++) {
                for (int other = 0; other <= state % width; other++) {
                    int part = dear * width + other;
                    long saving = without[state - part] + savings[part];
                    if (saving > with[state]) {
                        with[state] = saving;
                        given[state] = part;
                    }
                }
            }
        }
        return with;
    }

    /**
     * What the rule takes off exactly these units of one offer; nothing where they do not meet its
     * conditions.
     */
    long saving(Rule rule, long[] dearestFirst, Seen seen) {
        long spend = Arrays.stream(dearestFirst).sum();
        return saving(
                rule,
                dearestFirst,
                new Portion(dearestFirst.length, Integer.MAX_VALUE, side -> seen.on(spend, side)));
    }

    /** The same for units of several offers. */
    long saving(Rule rule, long[] dearestFirst, Portion given) {
        return isMet(rule, given) ? math.saving(rule.benefit(), dearestFirst) : 0;
    }

    /** Whether these units meet the rule's conditions. */
    boolean isMet(Rule rule, Portion given) {
        return conditions.judge(rule, given) instanceof Met;
    }
}
