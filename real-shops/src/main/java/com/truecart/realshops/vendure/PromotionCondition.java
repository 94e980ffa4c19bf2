package com.truecart.realshops.vendure;

import java.util.List;

/** What must hold for a promotion; every condition that is built into Vendure. */
public sealed interface PromotionCondition {

    /**
     * The goods cost at least this much, after the discounts given so far.
     *
     * @param amount cents
     * @param taxInclusive whether the amount is compared with the subtotal with tax
     */
    record MinimumOrderAmount(long amount, boolean taxInclusive) implements PromotionCondition {}

    /** So many units, in all, of these variants. */
    record ContainsProducts(int minimum, List<Long> productVariantIds)
            implements PromotionCondition {}

    /** So many units, in all, of variants with every one of these facet values. */
    record AtLeastNWithFacets(int minimum, List<Long> facetValueIds)
            implements PromotionCondition {}

    /** The customer is known and in the group. */
    record InCustomerGroup(long customerGroupId) implements PromotionCondition {}

    /**
     * So many units of X are bought, and a Y is among the lines. It says which units are free, for
     * {@link PromotionAction.BuyXGetYFree}.
     *
     * @param amountY how many units are free in all, however often X is reached
     */
    record BuyXGetYFree(int amountX, List<Long> variantIdsX, int amountY, List<Long> variantIdsY)
            implements PromotionCondition {}
}
