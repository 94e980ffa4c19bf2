package com.truecart.pricing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * The best division of units among promotions that may stand beside each other. Where the best one
 * of all holds two that may not, it is looked for without the one and without the other: any valid
 * division lacks at least one of them, so the better of both is the best.
 */
final class Division {

    /**
     * After so many divisions the one of the two that takes off less is dropped at once, and the
     * result is not proven best.
     */
    static final int MOST = 64;

    private final Function<List<Rule>, QuantityStage> stage;
    private int tried;
    private boolean isCutShort;

    Division(Function<List<Rule>, QuantityStage> stage) {
        this.stage = stage;
    }

    /** Whether something was not looked at, so that a better division may exist. */
    boolean isCutShort() {
        return isCutShort;
    }

    List<QuantityStage.Applied> best(List<Rule> rules) {
        tried++;
        QuantityStage one = stage.apply(rules);
        List<QuantityStage.Applied> applied = one.best();
        isCutShort |= one.isCutShort();
        for (int i = 0; i < applied.size(); i++) {
            for (int k = i + 1; k < applied.size(); k++) {
                Rule first = applied.get(i).rule();
                Rule second = applied.get(k).rule();
                if (!first.standsBeside(second)) {
                    return bestWithoutOne(rules, first, second, applied);
                }
            }
        }
        return applied;
    }

    private List<QuantityStage.Applied> bestWithoutOne(
            List<Rule> rules, Rule first, Rule second, List<QuantityStage.Applied> both) {
        if (tried >= MOST) {
            isCutShort = true;
            return best(without(rules, saved(both, first) < saved(both, second) ? first : second));
        }
        List<QuantityStage.Applied> withSecond = best(without(rules, first));
        List<QuantityStage.Applied> withFirst = best(without(rules, second));
        return saved(withSecond) > saved(withFirst) ? withSecond : withFirst;
    }

    private static List<Rule> without(List<Rule> rules, Rule one) {
        List<Rule> others = new ArrayList<>(rules);
        others.remove(one);
        return others;
    }

    private static long saved(List<QuantityStage.Applied> applied) {
        return applied.stream().mapToLong(each -> Arrays.stream(each.shares()).sum()).sum();
    }

    private static long saved(List<QuantityStage.Applied> applied, Rule rule) {
        return saved(applied.stream().filter(each -> each.rule().equals(rule)).toList());
    }
}
