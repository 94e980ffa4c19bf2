package com.truecart.realshops.vendure;

import java.math.BigDecimal;
import java.util.List;

/** What a promotion gives; every action that is built into Vendure. Rates are percent. */
public sealed interface PromotionAction {

    /** A share of what the goods cost by now, spread over the lines. */
    record OrderPercentageDiscount(BigDecimal discount) implements PromotionAction {}

    /** So many cents off the goods, spread over the lines, on the side of the shop's prices. */
    record OrderFixedDiscount(long discount) implements PromotionAction {}

    /** So many cents off each line, whatever its quantity, on the side of the shop's prices. */
    record OrderLineFixedDiscount(long discount) implements PromotionAction {}

    /** A share of the list price of the lines with every one of these facet values. */
    record FacetBasedDiscount(BigDecimal discount, List<Long> facetValueIds)
            implements PromotionAction {}

    /** A share of the list price of the lines of these variants. */
    record ProductsPercentageDiscount(BigDecimal discount, List<Long> productVariantIds)
            implements PromotionAction {}

    /** Nothing for shipping. */
    record FreeShipping() implements PromotionAction {}

    /** The units that {@link PromotionCondition.BuyXGetYFree} of the same promotion found. */
    record BuyXGetYFree() implements PromotionAction {}
}
