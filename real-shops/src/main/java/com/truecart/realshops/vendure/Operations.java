package com.truecart.realshops.vendure;

import com.truecart.realshops.vendure.PromotionAction.FacetBasedDiscount;
import com.truecart.realshops.vendure.PromotionAction.FreeShipping;
import com.truecart.realshops.vendure.PromotionAction.OrderFixedDiscount;
import com.truecart.realshops.vendure.PromotionAction.OrderLineFixedDiscount;
import com.truecart.realshops.vendure.PromotionAction.OrderPercentageDiscount;
import com.truecart.realshops.vendure.PromotionAction.ProductsPercentageDiscount;
import com.truecart.realshops.vendure.PromotionCondition.AtLeastNWithFacets;
import com.truecart.realshops.vendure.PromotionCondition.ContainsProducts;
import com.truecart.realshops.vendure.PromotionCondition.InCustomerGroup;
import com.truecart.realshops.vendure.PromotionCondition.MinimumOrderAmount;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/** How conditions, actions and calculators are sent: a code, and arguments that are all text. */
final class Operations {
    private Operations() {}

    static Fields of(PromotionCondition condition) {
        return switch (condition) {
            case MinimumOrderAmount(long amount, boolean taxInclusive) ->
                    operation(
                            "minimum_order_amount",
                            argument("amount", amount),
                            argument("taxInclusive", taxInclusive));
            case ContainsProducts(int minimum, List<Long> variants) ->
                    operation(
                            "contains_products",
                            argument("minimum", minimum),
                            ids("productVariantIds", variants));
            case AtLeastNWithFacets(int minimum, List<Long> facets) ->
                    operation(
                            "at_least_n_with_facets",
                            argument("minimum", minimum),
                            ids("facets", facets));
            case InCustomerGroup(long group) ->
                    operation("customer_group", argument("customerGroupId", group));
            case PromotionCondition.BuyXGetYFree(
                            int amountX,
                            List<Long> x,
                            int amountY,
                            List<Long> y) ->
                    operation(
                            "buy_x_get_y_free",
                            argument("amountX", amountX),
                            ids("variantIdsX", x),
                            argument("amountY", amountY),
                            ids("variantIdsY", y));
        };
    }

    static Fields of(PromotionAction action) {
        return switch (action) {
            case OrderPercentageDiscount(BigDecimal percent) ->
                    operation("order_percentage_discount", rate("discount", percent));
            case OrderFixedDiscount(long cents) ->
                    operation("order_fixed_discount", argument("discount", cents));
            case OrderLineFixedDiscount(long cents) ->
                    operation("order_line_fixed_discount", argument("discount", cents));
            case FacetBasedDiscount(BigDecimal percent, List<Long> facets) ->
                    operation(
                            "facet_based_discount",
                            rate("discount", percent),
                            ids("facets", facets));
            case ProductsPercentageDiscount(BigDecimal percent, List<Long> variants) ->
                    operation(
                            "products_percentage_discount",
                            rate("discount", percent),
                            ids("productVariantIds", variants));
            case FreeShipping() -> operation("free_shipping");
            case PromotionAction.BuyXGetYFree() -> operation("buy_x_get_y_free");
        };
    }

    static Fields operation(String code, Fields... arguments) {
        return Fields.of("code", code).and("arguments", List.of(arguments));
    }

    static Fields argument(String name, Object value) {
        return Fields.of("name", name).and("value", value.toString());
    }

    static Fields rate(String name, BigDecimal percent) {
        return argument(name, percent.toPlainString());
    }

    // a list is JSON inside a text, and the ids in it are texts again
    private static Fields ids(String name, List<Long> ids) {
        return argument(
                name,
                ids.stream()
                        .map(id -> "\"" + id + "\"")
                        .collect(Collectors.joining(",", "[", "]")));
    }
}
