package com.truecart.realshops.vendure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How a {@link Reckoning} is stated, as the shop would. */
final class ReckonedOrder {
    private ReckonedOrder() {}

    static QuotedOrder quoted(
            TaxedAmount subTotal,
            Basket basket,
            List<Promotion> promotions,
            Set<Long> held,
            List<ReckonedLine> reckoned,
            Optional<ShippingMethod> method,
            Map<Long, Long> offShipping,
            boolean withTax) {
        List<QuotedLine> lines = reckoned.stream().map(ReckonedLine::quoted).toList();
        Optional<QuotedShipping> shippingLine =
                method.map(chosen -> shipping(chosen, offShipping, withTax));
        TaxedAmount shipping =
                shippingLine.map(QuotedShipping::discounted).orElse(new TaxedAmount(0, 0));
        return new QuotedOrder(
                subTotal,
                shipping,
                new TaxedAmount(
                        subTotal.net() + shipping.net(), subTotal.gross() + shipping.gross()),
                basket.couponCodes(),
                Set.copyOf(held),
                discounts(lines, method, offShipping, withTax),
                lines,
                shippingLine,
                taxes(lines, method, shipping));
    }

    private static QuotedShipping shipping(
            ShippingMethod method, Map<Long, Long> off, boolean withTax) {
        long discounted =
                method.listPrice() + off.values().stream().mapToLong(Long::longValue).sum();
        double rate = method.taxRate().doubleValue();
        double list = method.listPrice();
        return new QuotedShipping(
                Reckoning.decimal(withTax ? Reckoning.net(list, rate) : list),
                Math.round(withTax ? list : Reckoning.gross(list, rate)),
                stated(discounted, rate, withTax));
    }

    private static TaxedAmount stated(long amount, double rate, boolean withTax) {
        return withTax
                ? new TaxedAmount(Math.round(Reckoning.net((double) amount, rate)), amount)
                : new TaxedAmount(amount, Math.round(Reckoning.gross((double) amount, rate)));
    }

    private static List<QuotedDiscount> discounts(
            List<QuotedLine> lines,
            Optional<ShippingMethod> method,
            Map<Long, Long> offShipping,
            boolean withTax) {
        Map<Long, QuotedDiscount> sums = new LinkedHashMap<>();
        for (QuotedLine line : lines) {
            line.discounts().forEach(discount -> add(sums, discount));
        }
        method.ifPresent(chosen ->
                offShipping.forEach((promotion, off) -> {
                    double rate = chosen.taxRate().doubleValue();
                    TaxedAmount amount = stated(off, rate, withTax);
                    add(
                            sums,
                            new QuotedDiscount(
                                    promotion,
                                    Reckoning.decimal((double) amount.net()),
                                    Reckoning.decimal((double) amount.gross())));
                }));
        return List.copyOf(sums.values());
    }

    private static void add(Map<Long, QuotedDiscount> sums, QuotedDiscount discount) {
        sums.merge(
                discount.promotionId(),
                discount,
                (a, b) ->
                        new QuotedDiscount(
                                a.promotionId(), sum(a.net(), b.net()), sum(a.gross(), b.gross())));
    }

    private static BigDecimal sum(BigDecimal a, BigDecimal b) {
        return Reckoning.decimal(a.doubleValue() + b.doubleValue());
    }

    private static List<QuotedTax> taxes(
            List<QuotedLine> lines, Optional<ShippingMethod> method, TaxedAmount shipping) {
        Map<String, QuotedTax> rows = new LinkedHashMap<>();
        for (QuotedLine line : lines) {
            String name = line.taxRate().toPlainString() + " %";
            add(rows, row(name, line.taxRate(), line.proratedLine()));
        }
        method.ifPresent(chosen ->
                add(
                        rows,
                        row(
                                "shipping tax",
                                Reckoning.decimal(chosen.taxRate().doubleValue()),
                                shipping)));
        return new ArrayList<>(rows.values());
    }

    private static QuotedTax row(String name, BigDecimal rate, TaxedAmount amount) {
        return new QuotedTax(name, rate, amount.net(), amount.gross() - amount.net());
    }

    private static void add(Map<String, QuotedTax> rows, QuotedTax row) {
        rows.merge(
                row.description() + row.rate(),
                row,
                (a, b) ->
                        new QuotedTax(
                                a.description(), a.rate(), a.base() + b.base(), a.tax() + b.tax()));
    }
}
