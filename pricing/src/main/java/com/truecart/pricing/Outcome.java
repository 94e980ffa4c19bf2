package com.truecart.pricing;

import com.truecart.model.Benefit;
import com.truecart.model.Promotion.Stage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What became of each rule in one calculation. */
final class Outcome {

    private final Map<Rule, Verdict> refused = new LinkedHashMap<>();
    private final Set<Rule> applied = new LinkedHashSet<>();

    /** Those that apply and say something about others. */
    private final Set<Rule> particular = new LinkedHashSet<>();

    private final List<Rule> gifts = new ArrayList<>();
    private final List<Rule> valueBack = new ArrayList<>();
    private boolean isProvenBest = true;

    /** Whether a rule may stand beside those that apply already. */
    boolean mayApply(Rule rule) {
        // thousands that say nothing of each other are not compared one by one
        for (Rule other : rule.isParticular() ? applied : particular) {
            if (!other.standsBeside(rule)) {
                return false;
            }
        }
        return true;
    }

    /** Whether something of one of these stages that meets this rule applies already. */
    boolean hasAnyOf(Set<Stage> stages, Rule rule) {
        return !stages.isEmpty()
                && applied.stream()
                        .anyMatch(other -> stages.contains(other.stage()) && other.meets(rule));
    }

    /** Whether it is known what became of a rule. */
    boolean isSettled(Rule rule) {
        return applied.contains(rule)
                || refused.containsKey(rule)
                || gifts.contains(rule)
                || valueBack.contains(rule);
    }

    void applied(Rule rule) {
        applied.add(rule);
        refused.remove(rule);
        if (rule.isParticular()) {
            particular.add(rule);
        }
    }

    void refuse(Rule rule, Verdict why) {
        if (!applied.contains(rule)) {
            refused.put(rule, why);
        }
    }

    /** Takes note of what never lowers a price; whether the rule is of that sort. */
    boolean notes(Rule rule) {
        return switch (rule.benefit()) {
            case Benefit.Gift _ -> add(gifts, rule);
            case Benefit.ValueBack _ -> add(valueBack, rule);
            case Benefit.UnitPrice _,
                    Benefit.PercentOff _,
                    Benefit.AmountOff _,
                    Benefit.Ladder _,
                    Benefit.StepOff _,
                    Benefit.NthUnit _,
                    Benefit.NthUnitPrice _,
                    Benefit.BundlePrice _,
                    Benefit.BundleSave _,
                    Benefit.SetPrice _,
                    Benefit.QuantityPercent _,
                    Benefit.BuyXGetY _,
                    Benefit.BuyThisGetThat _,
                    Benefit.AddOnPrice _,
                    Benefit.DeliveryOff _,
                    Benefit.DepositBoost _,
                    Benefit.StoredValue _,
                    Benefit.Unmodelled _ ->
                    false;
        };
    }

    private boolean add(List<Rule> notes, Rule rule) {
        if (!notes.contains(rule)) {
            notes.add(rule);
        }
        refused.remove(rule);
        return true;
    }

    void notProvenBest() {
        isProvenBest = false;
    }

    boolean isProvenBest() {
        return isProvenBest;
    }

    Map<Rule, Verdict> refused() {
        return refused;
    }

    List<Rule> gifts() {
        return gifts;
    }

    List<Rule> valueBack() {
        return valueBack;
    }
}
