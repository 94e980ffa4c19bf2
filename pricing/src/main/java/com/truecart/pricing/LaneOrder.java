package com.truecart.pricing;

import com.truecart.model.Benefit;
import com.truecart.model.Money;
import com.truecart.pricing.profile.Lane.Order;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** Who comes first in a lane. Rules arrive by ref, and equals keep that order. */
final class LaneOrder {

    private LaneOrder() {}

    static List<Rule> sorted(List<Rule> rules, Order order, ToLongFunction<Rule> savingAlone) {
        if (rules.size() < 2) {
            return rules;
        }
        List<Rule> sorted = new ArrayList<>(rules);
        sorted.sort(
                switch (order) {
                    case PRIORITY_ASCENDING -> Comparator.comparingInt(Rule::priority);
                    case PRIORITY_DESCENDING -> Comparator.comparingInt(Rule::priority).reversed();
                    case PRIORITY_THEN_SAVING -> priorityThenSaving(rules, savingAlone);
                    case KIND ->
                            Comparator.comparingInt(LaneOrder::kind)
                                    .thenComparing(LaneOrder::bareValue)
                                    .thenComparingInt(Rule::priority);
                    case VALUE_DESCENDING ->
                            Comparator.comparing(LaneOrder::isStandard)
                                    .thenComparing(LaneOrder::bareValue, Comparator.reverseOrder());
                });
        return sorted;
    }

    private static Comparator<Rule> priorityThenSaving(
            List<Rule> rules, ToLongFunction<Rule> savingAlone) {
        Map<Rule, Long> alone = new HashMap<>();
        rules.forEach(rule -> alone.put(rule, savingAlone.applyAsLong(rule)));
        return Comparator.comparingInt(Rule::priority)
                .thenComparing(rule -> alone.getOrDefault(rule, 0L), Comparator.reverseOrder());
    }

    private static int kind(Rule rule) {
        return switch (rule.benefit()) {
            case Benefit.AmountOff(var _, var per) -> per == Benefit.AmountOff.Per.ORDER ? 3 : 1;
            case Benefit.UnitPrice _ -> 1;
            case Benefit.PercentOff _, Benefit.QuantityPercent _ -> 2;
            case Benefit.Ladder _,
                    Benefit.StepOff _,
                    Benefit.NthUnit _,
                    Benefit.NthUnitPrice _,
                    Benefit.BundlePrice _,
                    Benefit.BundleSave _,
                    Benefit.SetPrice _,
                    Benefit.BuyXGetY _,
                    Benefit.BuyThisGetThat _,
                    Benefit.AddOnPrice _,
                    Benefit.Gift _,
                    Benefit.DeliveryOff _,
                    Benefit.DepositBoost _,
                    Benefit.StoredValue _,
                    Benefit.ValueBack _,
                    Benefit.Unmodelled _ ->
                    3;
        };
    }

    static boolean isStandard(Rule rule) {
        return !(rule.benefit() instanceof Benefit.BuyThisGetThat)
                && !(rule.benefit() instanceof Benefit.BuyXGetY);
    }

    /** "30.00" and "20 %" as 30 and 20, which Medusa even compares with each other. */
    static BigDecimal bareValue(Rule rule) {
        return switch (rule.benefit()) {
            case Benefit.PercentOff(long rate, var _) -> BigDecimal.valueOf(rate, 4);
            case Benefit.QuantityPercent(int _, long rate) -> BigDecimal.valueOf(rate, 4);
            case Benefit.BuyThisGetThat(int _, var _, int _, long rate, var _, boolean _) ->
                    BigDecimal.valueOf(rate, 4);
            case Benefit.BuyXGetY(int _, int _, long rate, var _, var _) ->
                    BigDecimal.valueOf(rate, 4);
            // all of the fee up to an amount is that amount
            case Benefit.DeliveryOff(long rate, Optional<Money> cap) ->
                    rate == Money.PPM && cap.isPresent()
                            ? cap.get().major()
                            : BigDecimal.valueOf(rate, 4);
            case Benefit.AmountOff(Money amount, var _) -> amount.major();
            case Benefit.UnitPrice _,
                    Benefit.Ladder _,
                    Benefit.StepOff _,
                    Benefit.NthUnit _,
                    Benefit.NthUnitPrice _,
                    Benefit.BundlePrice _,
                    Benefit.BundleSave _,
                    Benefit.SetPrice _,
                    Benefit.AddOnPrice _,
                    Benefit.Gift _,
                    Benefit.DepositBoost _,
                    Benefit.StoredValue _,
                    Benefit.ValueBack _,
                    Benefit.Unmodelled _ ->
                    BigDecimal.ZERO;
        };
    }
}
