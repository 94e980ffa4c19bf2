package com.truecart.pricing;

import com.truecart.model.Promotion;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * The combination of promotions that leaves least to pay.
 *
 * <p>Greedy choice misses it: two units at 50.00, "5 % off each" and "30.00 off from 100.00" come
 * to 95.00 where the first is simply taken, because it drops the order below the threshold of the
 * second; without it they come to 70.00 (the trap named in a comment of Broadleaf's order offer
 * processor). So all subsets are worked out, up to {@link #MOST_STATES}; beyond that single changes
 * are made as long as one lowers the amount, and the result is marked as not proven best.
 */
final class SubsetSearch {

    /** How many subsets are worked out at most (reference section 1.2: budget 20,000 states). */
    static final int MOST_STATES = 20_000;

    /** Of how many promotions all subsets are worked out: 2 to the 14th is within the budget. */
    private static final int MOST_ENUMERATED = 14;

    /** How many promotions are worked out in all where not every subset can be. */
    static final int MOST_WORK = 50_000;

    private final List<Rule> rules;
    private final Function<List<Rule>, Calculation.Result> price;
    private int states;

    SubsetSearch(List<Rule> rules, Function<List<Rule>, Calculation.Result> price) {
        this.rules = rules;
        this.price = price;
    }

    Calculation.Result best() {
        Calculation.Result all = price.apply(rules);
        List<Rule> able = able(all);
        List<Rule> others = new ArrayList<>(rules);
        others.removeAll(Set.copyOf(able));
        if (able.size() < 2) {
            return all;
        }
        boolean exact = able.size() <= MOST_ENUMERATED;
        List<Rule> chosen = exact ? enumerate(able, others) : improve(able, others);
        Calculation.Result best = price.apply(joined(chosen, others));
        if (all.payable() <= best.payable()) {
            best = all;
        }
        for (Rule rule : able) {
            if (!best.running().hasTaken(rule)) {
                best.outcome()
                        .refuse(rule, new Verdict.RuledOut(Verdict.Reason.ANOTHER_SAVES_MORE));
            }
        }
        if (!exact) {
            best.outcome().notProvenBest();
        }
        return new Calculation.Result(best.running(), best.outcome(), told(best, able));
    }

    /** Rules that take something off where they are alone; the others cannot help. */
    private List<Rule> able(Calculation.Result all) {
        List<Rule> able = new ArrayList<>();
        for (Rule rule : rules) {
            if (all.running().hasTaken(rule)
                    || price.apply(List.of(rule)).running().hasTaken(rule)) {
                able.add(rule);
            }
        }
        return able;
    }

    private static List<Told> told(Calculation.Result best, List<Rule> able) {
        List<Told> all = new ArrayList<>(best.told());
        Set<Promotion> said = new HashSet<>();
        all.forEach(each -> said.add(each.what().promotion()));
        for (Rule rule : able) {
            if (!best.running().hasTaken(rule) && !said.contains(rule.promotion())) {
                all.add(
                        new Told(
                                rule.store(),
                                new NotApplied(
                                        rule.promotion(),
                                        new Verdict.RuledOut(Verdict.Reason.ANOTHER_SAVES_MORE))));
            }
        }
        return all;
    }

    private List<Rule> enumerate(List<Rule> able, List<Rule> others) {
        List<Rule> best = able;
        long least = Long.MAX_VALUE;
        for (long mask = 0; mask < 1L << able.size(); mask++) {
            List<Rule> some = new ArrayList<>();
            for (int i = 0; i < able.size(); i++) {
                if ((mask >> i & 1) == 1) {
                    some.add(able.get(i));
                }
            }
            long payable = price.apply(joined(some, others)).payable();
            if (payable < least) {
                least = payable;
                best = some;
            }
        }
        return best;
    }

    private List<Rule> improve(List<Rule> able, List<Rule> others) {
        List<Rule> best = new ArrayList<>(able);
        long least = price.apply(joined(best, others)).payable();
        boolean improved = true;
        int most = Math.min(MOST_STATES, MOST_WORK / rules.size());
        while (improved && states < most) {
            improved = false;
            for (Rule rule : able) {
                if (states >= most) {
                    break;
                }
                List<Rule> changed = new ArrayList<>(best);
                if (!changed.remove(rule)) {
                    changed.add(rule);
                }
                states++;
                long payable = price.apply(joined(changed, others)).payable();
                if (payable < least) {
                    least = payable;
                    best = changed;
                    improved = true;
                }
            }
        }
        return best;
    }

    /** In the order the rules came, because lanes keep it between equals. */
    private List<Rule> joined(List<Rule> some, List<Rule> others) {
        Set<Rule> taken = new HashSet<>(some);
        taken.addAll(others);
        return rules.stream().filter(taken::contains).toList();
    }
}
