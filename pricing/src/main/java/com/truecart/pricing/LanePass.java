package com.truecart.pricing;

import static java.util.Objects.requireNonNull;

import com.truecart.model.Promotion.Stage;
import com.truecart.pricing.Verdict.Met;
import com.truecart.pricing.Verdict.Reason;
import com.truecart.pricing.Verdict.RuledOut;
import com.truecart.pricing.profile.Arithmetic;
import com.truecart.pricing.profile.Arithmetic.Point;
import com.truecart.pricing.profile.Lane;
import com.truecart.pricing.profile.Lane.Choice;
import com.truecart.pricing.profile.Lane.Walk;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One lane worked through: which of its rules apply, and why the others do not. */
final class LanePass {

    private final Lane lane;
    private final Running running;
    private final Conditions conditions;
    private final Map<Stage, Discounts> discounts = new EnumMap<>(Stage.class);
    private final Outcome outcome;
    private final boolean isWarm;

    /**
     * Makes a pass.
     *
     * @param isWarm whether the positions still carry what an earlier pass took off them
     */
    LanePass(Lane lane, Running running, Conditions conditions, Outcome outcome, boolean isWarm) {
        this.lane = lane;
        this.running = running;
        this.conditions = conditions;
        lane.stages()
                .forEach((stage, how) ->
                        discounts.put(stage, new Discounts(how, lane.threshold(), running)));
        this.outcome = outcome;
        this.isWarm = isWarm;
    }

    void run(List<Rule> rules) {
        running.beginLane();
        if (lane.walk() == Walk.LINE_BY_LINE) {
            lineByLine(inOrder(rules));
            return;
        }
        if (rules.isEmpty()) {
            return;
        }
        switch (lane.choice()) {
            case ALL -> all(inOrder(rules));
            case FIRST_EXCLUSIVE_OR_ALL -> all(firstExclusiveOrAll(inOrder(rules)));
            case BEST_ONE, BEST_ONE_OF_ITS_LINES -> bestOfEachGroup(met(inOrder(rules)));
            case BEST_PER_LINE -> bestPerLine(met(inOrder(rules)));
            case BEST_DIVISION -> bestDivision(met(rules));
        }
    }

    private Discounts discounts(Rule rule) {
        return requireNonNull(discounts.get(rule.stage()));
    }

    private Arithmetic how(Rule rule) {
        return requireNonNull(lane.stages().get(rule.stage()));
    }

    private List<Rule> inOrder(List<Rule> rules) {
        return LaneOrder.sorted(rules, lane.order(), rule -> sum(discounts(rule).of(rule)));
    }

    /** The rules of which every condition holds now; gifts are noted, all others reported. */
    private List<Rule> met(List<Rule> rules) {
        List<Rule> met = new ArrayList<>();
        for (Rule rule : rules) {
            if (holds(rule) && !outcome.notes(rule)) {
                met.add(rule);
            }
        }
        return met;
    }

    private boolean holds(Rule rule) {
        if (!outcome.mayApply(rule) || outcome.hasAnyOf(lane.yieldsTo(), rule)) {
            outcome.refuse(rule, new RuledOut(Reason.DOES_NOT_COMBINE));
            return false;
        }
        if (running.open(rule.at()).length == 0) {
            outcome.refuse(rule, new RuledOut(Reason.DOES_NOT_COMBINE));
            return false;
        }
        Verdict verdict = conditions.judge(rule, running);
        if (!(verdict instanceof Met)) {
            outcome.refuse(rule, verdict);
            return false;
        }
        return true;
    }

    /** One after the other; each must hold at its turn. */
    private void all(List<Rule> rules) {
        for (Rule rule : rules) {
            if (holds(rule) && !outcome.notes(rule)) {
                take(rule, discounts(rule).of(rule));
                running.tellTotals();
            }
        }
    }

    private void lineByLine(List<Rule> rules) {
        for (int i = 0; i < running.positions().goods(); i++) {
            if (isWarm) {
                // conditions still see what the line cost before: totals are told only after it
                running.restore(i);
            }
            line(i, rules);
            running.tellTotals();
        }
        for (Rule rule : rules) {
            if (!outcome.isSettled(rule)) {
                // a last one closed every line before its turn came
                outcome.refuse(rule, new RuledOut(Reason.DOES_NOT_COMBINE));
            }
        }
    }

    private void line(int position, List<Rule> rules) {
        boolean stopped = false;
        for (Rule rule : rules) {
            if (!stopped && contains(rule.at(), position) && holds(rule) && !outcome.notes(rule)) {
                long share = discounts(rule).of(rule)[position];
                if (share > 0) {
                    running.take(rule, position, share);
                    // what takes nothing off leaves the totals as they were told before
                    running.tellTotals();
                    stopped = rule.isLast();
                    outcome.applied(rule);
                } else {
                    outcome.refuse(rule, new RuledOut(Reason.NO_GAIN));
                }
            }
        }
    }

    private List<Rule> firstExclusiveOrAll(List<Rule> rules) {
        List<Rule> kept = met(rules);
        for (Rule rule : List.copyOf(kept)) {
            if (rule.isExclusive() && kept.contains(rule)) {
                for (Rule other : List.copyOf(kept)) {
                    if (!other.isSamePromotionAs(rule) && other.meets(rule)) {
                        outcome.refuse(other, new RuledOut(Reason.DOES_NOT_COMBINE));
                        kept.remove(other);
                    }
                }
            }
        }
        return kept;
    }

    /**
     * Of each stacking group the one that saves most, the group that saves most first; a second one
     * of a group where the lane allows it on other lines.
     */
    private void bestOfEachGroup(List<Rule> met) {
        List<Rule> left = new ArrayList<>(met);
        Set<Rule> useful = new HashSet<>();
        while (!left.isEmpty()) {
            Rule best = null;
            long[] most = {};
            for (Rule rule : left) {
                long[] shares = discounts(rule).of(rule);
                if (sum(shares) > 0) {
                    useful.add(rule);
                }
                if (outcome.mayApply(rule) && sum(shares) > sum(most)) {
                    best = rule;
                    most = shares;
                }
            }
            if (best == null) {
                break;
            }
            take(best, most);
            running.tellTotals();
            Rule taken = best;
            left.removeIf(rule -> rule == taken || standsInItsWay(taken, rule));
        }
        for (Rule rule : met) {
            if (!running.hasTaken(rule)) {
                outcome.refuse(rule, unused(rule, useful.contains(rule)));
            }
        }
    }

    /** Whether of these two the lane takes one only. */
    private boolean standsInItsWay(Rule taken, Rule rule) {
        return rule.meets(taken)
                && rule.group().equals(taken.group())
                && (lane.choice() == Choice.BEST_ONE || rule.sharesALineWith(taken));
    }

    private void bestPerLine(List<Rule> met) {
        Set<Rule> useful = new HashSet<>();
        // what a promotion gives once is divided before any line is lowered, else it is given twice
        Map<Rule, long[]> shares = new HashMap<>();
        for (int i = 0; i < running.positions().goods() && !met.isEmpty(); i++) {
            if (running.open(new int[] {i}).length > 0) {
                if (how(met.getFirst()).point() == Point.UNIT) {
                    bestUnits(i, met, useful, shares);
                } else {
                    bestShare(i, met, useful, shares);
                }
            }
        }
        for (Rule rule : met) {
            if (!running.hasTaken(rule)) {
                outcome.refuse(rule, unused(rule, useful.contains(rule)));
            }
        }
    }

    private void bestUnits(
            int position, List<Rule> met, Set<Rule> useful, Map<Rule, long[]> shares) {
        long[] units = null;
        Rule best = null;
        long[] lowest = {};
        long before = running.left(position);
        long most = 0;
        for (Rule rule : met) {
            if (contains(rule.at(), position) && outcome.mayApply(rule)) {
                units = units == null ? running.units(position, how(rule).base()) : units;
                long[] lowered =
                        rule.at().length > 1 && RuleBook.needsLinesTogether(rule.benefit())
                                ? UnitPrices.evenly(
                                        before - onceOver(rule, shares)[position], units.length)
                                : UnitPrices.after(rule.benefit(), units, discounts(rule).math());
                long saving = before - sum(lowered);
                if (saving > 0) {
                    useful.add(rule);
                }
                if (saving > most) {
                    best = rule;
                    most = saving;
                    lowest = lowered;
                }
            }
        }
        if (best != null) {
            running.take(best, position, most, lowest);
            outcome.applied(best);
        }
    }

    private void bestShare(
            int position, List<Rule> met, Set<Rule> useful, Map<Rule, long[]> shares) {
        Rule best = null;
        long most = 0;
        for (Rule rule : met) {
            if (contains(rule.at(), position)) {
                long share = onceOver(rule, shares)[position];
                if (share > 0) {
                    useful.add(rule);
                }
                if (share > most && outcome.mayApply(rule)) {
                    best = rule;
                    most = share;
                }
            }
        }
        if (best != null) {
            running.take(best, position, most);
            outcome.applied(best);
        }
    }

    private long[] onceOver(Rule rule, Map<Rule, long[]> shares) {
        return shares.computeIfAbsent(rule, each -> discounts(each).of(each));
    }

    private void bestDivision(List<Rule> met) {
        if (met.isEmpty()) {
            return;
        }
        Discounts how = discounts(met.getFirst());
        UnitSplit split = new UnitSplit(conditions, how.math());
        QuantityStage one = new QuantityStage(List.of(), running, how, split);
        Set<Rule> useful = new HashSet<>();
        for (Rule rule : met) {
            if (one.savingAlone(rule) > 0) {
                useful.add(rule);
            }
        }
        Division division = new Division(rules -> new QuantityStage(rules, running, how, split));
        for (QuantityStage.Applied applied : division.best(met)) {
            for (int i = 0; i < applied.shares().length; i++) {
                running.take(applied.rule(), i, applied.shares()[i]);
            }
            outcome.applied(applied.rule());
        }
        if (division.isCutShort()) {
            outcome.notProvenBest();
        }
        for (Rule rule : met) {
            if (!running.hasTaken(rule)) {
                outcome.refuse(rule, unused(rule, useful.contains(rule)));
            }
        }
    }

    private void take(Rule rule, long[] shares) {
        for (int i = 0; i < shares.length; i++) {
            running.take(rule, i, shares[i]);
        }
        if (sum(shares) == 0) {
            outcome.refuse(rule, new RuledOut(Reason.NO_GAIN));
        } else {
            outcome.applied(rule);
        }
    }

    private Verdict unused(Rule rule, boolean isUseful) {
        if (!isUseful) {
            return new RuledOut(Reason.NO_GAIN);
        }
        return new RuledOut(
                outcome.mayApply(rule) ? Reason.ANOTHER_SAVES_MORE : Reason.DOES_NOT_COMBINE);
    }

    private static boolean contains(int[] positions, int position) {
        return Arrays.binarySearch(positions, position) >= 0;
    }

    private static long sum(long[] units) {
        long sum = 0;
        for (long unit : units) {
            sum += unit;
        }
        return sum;
    }
}
