package com.truecart.realshops.vendure;

import com.truecart.realshops.RealShopException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The part of an order that a quote asks for, and how it is read. */
final class OrderDocument {
    private static final String DISCOUNTS = "discounts { adjustmentSource amount amountWithTax }";

    /** The fields of an order. */
    static final String FIELDS =
            """
            subTotal subTotalWithTax shipping shippingWithTax total totalWithTax
            couponCodes promotions { id } %1$s
            shippingLines { price priceWithTax discountedPrice discountedPriceWithTax }
            taxSummary { description taxRate taxBase taxTotal }
            lines {
              id quantity taxRate productVariant { id } %1$s
              unitPrice unitPriceWithTax linePrice linePriceWithTax
              discountedUnitPrice discountedUnitPriceWithTax
              discountedLinePrice discountedLinePriceWithTax
              proratedUnitPrice proratedUnitPriceWithTax
              proratedLinePrice proratedLinePriceWithTax
            }
            """
                    .formatted(DISCOUNTS);

    private OrderDocument() {}

    static QuotedOrder read(JsonNode order) {
        List<String> codes = new ArrayList<>();
        order.get("couponCodes").forEach(code -> codes.add(code.asString()));
        Set<Long> promotions = new HashSet<>();
        order.get("promotions").forEach(promotion -> promotions.add(id(promotion)));
        List<QuotedLine> lines = new ArrayList<>();
        order.get("lines").forEach(line -> lines.add(line(line)));
        List<QuotedTax> taxes = new ArrayList<>();
        order.get("taxSummary").forEach(row -> taxes.add(tax(row)));
        return new QuotedOrder(
                amount(order, "subTotal"),
                amount(order, "shipping"),
                amount(order, "total"),
                List.copyOf(codes),
                Set.copyOf(promotions),
                discounts(order),
                List.copyOf(lines),
                order.get("shippingLines").valueStream().findFirst().map(OrderDocument::shipping),
                List.copyOf(taxes));
    }

    static long id(JsonNode entity) {
        return Long.parseLong(entity.get("id").asString());
    }

    private static QuotedLine line(JsonNode line) {
        return new QuotedLine(
                id(line.get("productVariant")),
                line.get("quantity").intValue(),
                decimal(line, "taxRate"),
                amount(line, "unitPrice"),
                amount(line, "linePrice"),
                amount(line, "discountedUnitPrice"),
                amount(line, "discountedLinePrice"),
                amount(line, "proratedUnitPrice"),
                amount(line, "proratedLinePrice"),
                discounts(line));
    }

    private static QuotedShipping shipping(JsonNode line) {
        return new QuotedShipping(
                decimal(line, "price"),
                cents(line, "priceWithTax"),
                amount(line, "discountedPrice"));
    }

    private static QuotedTax tax(JsonNode row) {
        return new QuotedTax(
                row.get("description").asString(),
                decimal(row, "taxRate"),
                cents(row, "taxBase"),
                cents(row, "taxTotal"));
    }

    private static List<QuotedDiscount> discounts(JsonNode owner) {
        List<QuotedDiscount> discounts = new ArrayList<>();
        for (JsonNode discount : owner.get("discounts")) {
            String source = discount.get("adjustmentSource").asString();
            if (!source.startsWith("PROMOTION:")) {
                throw new RealShopException("A discount that no promotion gives: " + source);
            }
            discounts.add(
                    new QuotedDiscount(
                            Long.parseLong(source.substring("PROMOTION:".length())),
                            decimal(discount, "amount"),
                            decimal(discount, "amountWithTax")));
        }
        return List.copyOf(discounts);
    }

    private static TaxedAmount amount(JsonNode owner, String name) {
        return new TaxedAmount(cents(owner, name), cents(owner, name + "WithTax"));
    }

    private static long cents(JsonNode owner, String name) {
        return decimal(owner, name).longValueExact();
    }

    // 20, 20.0 and 20.00 are one rate
    private static BigDecimal decimal(JsonNode owner, String name) {
        BigDecimal value = owner.get(name).decimalValue();
        return value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    }

    static Optional<JsonNode> lineOf(JsonNode order, long variantId) {
        return order.get("lines")
                .valueStream()
                .filter(line -> id(line.get("productVariant")) == variantId)
                .findFirst();
    }
}
