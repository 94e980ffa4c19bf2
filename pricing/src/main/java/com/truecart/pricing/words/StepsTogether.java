package com.truecart.pricing.words;

import com.truecart.model.Benefit;
import com.truecart.model.Money;
import com.truecart.model.Promotion;
import com.truecart.pricing.PriceStep;
import com.truecart.pricing.PricedCart;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The steps of several carts as if they were one: each list price, promotion and fee once. */
final class StepsTogether {

    private record What(PriceStep.Kind kind, Optional<Promotion> promotion) {

        Promotion.Stage stage() {
            return promotion.map(Promotion::stage).orElse(Promotion.Stage.ITEM);
        }

        /** What lowers a fee comes after it, all else before. */
        int place() {
            return switch (kind) {
                case LIST -> 0;
                case STORE_PRICE -> 1;
                case PROMOTION ->
                        promotion
                                        .filter(each ->
                                                each.benefit() instanceof Benefit.DeliveryOff)
                                        .isPresent()
                                ? 5
                                : 2;
                case TAX -> 3;
                case DELIVERY -> 4;
            };
        }
    }

    private StepsTogether() {}

    /** From the list price of all carts to what they come to. */
    static List<PriceStep> of(Collection<PricedCart> carts) {
        Map<What, Money> changes = new LinkedHashMap<>();
        for (PricedCart cart : carts) {
            for (PriceStep step : cart.steps()) {
                changes.merge(new What(step.kind(), step.promotion()), step.change(), Money::plus);
            }
        }
        List<What> inOrder = new ArrayList<>(changes.keySet());
        inOrder.sort(Comparator.comparingInt(What::place).thenComparing(What::stage));
        List<PriceStep> steps = new ArrayList<>();
        for (What what : inOrder) {
            Money change = changes.get(what);
            if (change != null) {
                Money after = steps.isEmpty() ? change : steps.getLast().after().plus(change);
                steps.add(new PriceStep(what.kind(), what.promotion(), change, after));
            }
        }
        return steps;
    }
}
