package com.truecart.benchmarks.parity;

import com.truecart.model.Benefit;
import com.truecart.model.Localized;
import com.truecart.model.Money;
import com.truecart.model.Promotion.Evidence;
import com.truecart.model.Promotion.Stage;
import com.truecart.model.Scope;
import com.truecart.model.Stacking;
import com.truecart.model.Trigger;
import com.truecart.model.Trigger.MinSpend.Side;
import com.truecart.model.Validity;
import com.truecart.realshops.vendure.Promotion;
import com.truecart.realshops.vendure.PromotionAction;
import com.truecart.realshops.vendure.PromotionCondition;
import com.truecart.realshops.vendure.PromotionCondition.MinimumOrderAmount;
import com.truecart.realshops.vendure.Variant;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Vendure's promotions in our words: one of ours for each action. */
final class VendureRules {

    private final List<Variant> variants;
    private final String currency;

    VendureRules(List<Variant> variants, String currency) {
        this.variants = variants;
        this.currency = currency;
    }

    List<com.truecart.model.Promotion> of(List<Promotion> promotions) {
        List<com.truecart.model.Promotion> all = new ArrayList<>();
        for (Promotion promotion : promotions) {
            for (int action = 0; action < promotion.terms().actions().size(); action++) {
                all.add(of(promotion, action));
            }
        }
        return all;
    }

    private com.truecart.model.Promotion of(Promotion promotion, int number) {
        PromotionAction action = promotion.terms().actions().get(number);
        // by id, because that decides between promotions of one priority
        String ref = String.format(Locale.ROOT, "%012d.%d", promotion.id(), number);
        return new com.truecart.model.Promotion(
                        ref,
                        Localized.of("en", promotion.terms().name()),
                        stage(action),
                        scope(action, promotion),
                        trigger(promotion),
                        benefit(action, promotion),
                        Validity.OPEN,
                        Evidence.STATED)
                .with(Stacking.priority(priority(promotion)));
    }

    /** The sum over its conditions and actions, of which only the minimum amount has a priority. */
    private static int priority(Promotion promotion) {
        return 10
                * (int)
                        promotion.terms().conditions().stream()
                                .filter(MinimumOrderAmount.class::isInstance)
                                .count();
    }

    private static Stage stage(PromotionAction action) {
        return switch (action) {
            case PromotionAction.FacetBasedDiscount _,
                    PromotionAction.ProductsPercentageDiscount _,
                    PromotionAction.OrderLineFixedDiscount _,
                    PromotionAction.BuyXGetYFree _ ->
                    Stage.ITEM;
            case PromotionAction.OrderPercentageDiscount _, PromotionAction.OrderFixedDiscount _ ->
                    Stage.STORE_ORDER;
            case PromotionAction.FreeShipping _ -> Stage.DELIVERY;
        };
    }

    private Scope scope(PromotionAction action, Promotion promotion) {
        return switch (action) {
            case PromotionAction.FacetBasedDiscount(var _, List<Long> facets) -> facets(facets);
            case PromotionAction.ProductsPercentageDiscount(var _, List<Long> ids) -> listings(ids);
            case PromotionAction.BuyXGetYFree() -> listings(buyXGetY(promotion).variantIdsX());
            case PromotionAction.OrderLineFixedDiscount _,
                    PromotionAction.OrderPercentageDiscount _,
                    PromotionAction.OrderFixedDiscount _,
                    PromotionAction.FreeShipping _ ->
                    new Scope.WholeStore();
        };
    }

    private Benefit benefit(PromotionAction action, Promotion promotion) {
        return switch (action) {
            case PromotionAction.FacetBasedDiscount(BigDecimal percent, var _) ->
                    percentOff(percent);
            case PromotionAction.ProductsPercentageDiscount(BigDecimal percent, var _) ->
                    percentOff(percent);
            case PromotionAction.OrderPercentageDiscount(BigDecimal percent) -> percentOff(percent);
            case PromotionAction.OrderLineFixedDiscount(long cents) ->
                    new Benefit.AmountOff(money(cents), Benefit.AmountOff.Per.LINE);
            case PromotionAction.OrderFixedDiscount(long cents) ->
                    new Benefit.AmountOff(money(cents), Benefit.AmountOff.Per.ORDER);
            case PromotionAction.BuyXGetYFree() -> {
                PromotionCondition.BuyXGetYFree terms = buyXGetY(promotion);
                yield new Benefit.BuyThisGetThat(
                        terms.amountX(),
                        listings(terms.variantIdsY()),
                        terms.amountY(),
                        Money.PPM,
                        Optional.of(1),
                        true);
            }
            case PromotionAction.FreeShipping() -> new Benefit.DeliveryOff(Money.PPM);
        };
    }

    private Trigger trigger(Promotion promotion) {
        List<Trigger> all = new ArrayList<>();
        promotion.terms().couponCode().ifPresent(code -> all.add(new Trigger.Code(code)));
        promotion.terms().conditions().forEach(condition -> all.add(trigger(condition)));
        return new Trigger.AllOf(all);
    }

    private Trigger trigger(PromotionCondition condition) {
        return switch (condition) {
            case MinimumOrderAmount(long amount, boolean taxInclusive) ->
                    new Trigger.Within(
                            new Scope.WholeStore(),
                            new Trigger.MinSpend(
                                    money(amount),
                                    Optional.of(taxInclusive ? Side.GROSS : Side.NET)));
            case PromotionCondition.ContainsProducts(int minimum, List<Long> ids) ->
                    new Trigger.Within(listings(ids), new Trigger.MinQuantity(minimum));
            case PromotionCondition.AtLeastNWithFacets(int minimum, List<Long> facets) ->
                    new Trigger.Within(facets(facets), new Trigger.MinQuantity(minimum));
            case PromotionCondition.InCustomerGroup(long group) ->
                    new Trigger.Member(Long.toString(group));
            case PromotionCondition.BuyXGetYFree(int amountX, List<Long> x, int _, List<Long> y) ->
                    new Trigger.AllOf(
                            List.of(
                                    new Trigger.Within(
                                            listings(x), new Trigger.MinQuantity(amountX)),
                                    new Trigger.Within(listings(y), new Trigger.MinQuantity(1))));
        };
    }

    private static PromotionCondition.BuyXGetYFree buyXGetY(Promotion promotion) {
        return promotion.terms().conditions().stream()
                .filter(PromotionCondition.BuyXGetYFree.class::isInstance)
                .map(PromotionCondition.BuyXGetYFree.class::cast)
                .reduce((_, last) -> last)
                .orElseThrow();
    }

    private static Benefit percentOff(BigDecimal percent) {
        return new Benefit.PercentOff(percent.movePointRight(4).longValueExact(), Optional.empty());
    }

    /** Those with every one of the facet values; all where none is named. */
    private Scope facets(List<Long> facets) {
        return facets.isEmpty()
                ? new Scope.WholeStore()
                : listings(
                        variants.stream()
                                .filter(variant -> variant.facetValueIds().containsAll(facets))
                                .map(Variant::id)
                                .toList());
    }

    static Scope listings(Collection<Long> ids) {
        Set<String> keys = ids.stream().map(VendureRules::key).collect(Collectors.toSet());
        return new Scope.Listings(keys);
    }

    static String key(long variantId) {
        return Long.toString(variantId);
    }

    private Money money(long cents) {
        return Money.of(cents, currency);
    }
}
