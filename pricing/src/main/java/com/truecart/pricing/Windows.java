package com.truecart.pricing;

import com.truecart.model.Benefit;
import com.truecart.model.Validity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Prices that hold for a time. */
final class Windows {

    private Windows() {}

    /**
     * Two sale windows of one offer that hold at once and name different prices: which one the
     * store means nobody can tell. Each such rule with another it contradicts.
     */
    static Map<Rule, Rule> overlapping(List<Rule> rules) {
        Map<String, List<Rule>> windows = new TreeMap<>();
        for (Rule rule : rules) {
            if (rule.benefit() instanceof Benefit.UnitPrice
                    && isWindow(rule.promotion().validity())) {
                String what =
                        rule.store() + "/" + rule.own() + rule.promotion().scope() + rule.trigger();
                windows.computeIfAbsent(what, _ -> new ArrayList<>()).add(rule);
            }
        }
        Map<Rule, Rule> overlapping = new LinkedHashMap<>();
        for (List<Rule> together : windows.values()) {
            for (Rule rule : together) {
                together.stream()
                        .filter(other -> !other.benefit().equals(rule.benefit()))
                        .findFirst()
                        .ifPresent(other -> overlapping.put(rule, other));
            }
        }
        return overlapping;
    }

    private static boolean isWindow(Validity validity) {
        return validity.start().isPresent() && validity.end().isPresent();
    }
}
