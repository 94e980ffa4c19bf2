package com.truecart.connector.woocommerce;

import com.truecart.kit.Json;
import com.truecart.kit.PlainText;
import com.truecart.model.Money;
import com.truecart.spi.OrderLine;
import com.truecart.spi.QuoteResult.Discount;
import com.truecart.spi.QuoteResult.QuotedLine;
import com.truecart.spi.UpstreamException.Drifted;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A cart as the shop sums it up. Pure. */
record Cart(Json json) {
    private static final int LABEL = 200;

    /** A way of delivery the shop offers. */
    record Rate(String packageId, String rateId, Money price, boolean selected) {}

    Money payable() {
        return Translate.money(totals(), "total_price");
    }

    Money goods() {
        return Translate.money(totals(), "total_items");
    }

    Money tax() {
        return Translate.money(totals(), "total_tax");
    }

    /** Delivery, and what the shop adds beside it: a fee for paying on delivery counts here. */
    Money delivery() {
        Money sum =
                totals().optionalText("total_shipping").isPresent()
                        ? Translate.money(totals(), "total_shipping")
                        : Money.zero(payable().currency());
        for (Json fee : json.optionalList("fees")) {
            Money amount = Translate.money(fee.at("totals"), "total");
            sum = amount.isPositive() ? sum.plus(amount) : sum;
        }
        return sum;
    }

    /** Coupons, and the negative fees by which some plug-ins give their discounts. */
    List<Discount> discounts() {
        List<Discount> discounts = new ArrayList<>();
        for (Json coupon : json.optionalList("coupons")) {
            Money amount = Translate.money(coupon.at("totals"), "total_discount");
            if (amount.isPositive()) {
                discounts.add(
                        new Discount(
                                PlainText.of(
                                        coupon.optionalText("label").orElse(coupon.text("code")),
                                        LABEL),
                                amount));
            }
        }
        for (Json fee : json.optionalList("fees")) {
            Money amount = Translate.money(fee.at("totals"), "total");
            if (amount.isNegative()) {
                discounts.add(
                        new Discount(PlainText.of(fee.text("name"), LABEL), amount.negated()));
            }
        }
        return discounts;
    }

    boolean hasCoupon(String code) {
        return json.optionalList("coupons").stream()
                .anyMatch(coupon -> coupon.text("code").equalsIgnoreCase(code));
    }

    boolean isEmpty() {
        return json.list("items").isEmpty();
    }

    /**
     * Whether it holds exactly these lines: a shop drops what it no longer sells from a cart
     * without being asked.
     */
    boolean holds(List<OrderLine> lines) {
        Map<String, Integer> wanted = new TreeMap<>();
        lines.forEach(line -> wanted.merge(line.upstreamId(), line.quantity(), Integer::sum));
        Map<String, Integer> held = new TreeMap<>();
        json.list("items").forEach(item -> held.merge(item.id("id"), quantity(item), Integer::sum));
        return held.equals(wanted);
    }

    /**
     * The lines in the order of the request; {@code line_subtotal} is before coupons, as the goods
     * total is.
     */
    List<QuotedLine> lines(List<OrderLine> requested) {
        List<QuotedLine> quoted = new ArrayList<>();
        for (OrderLine line : requested) {
            Json item =
                    json.list("items").stream()
                            .filter(found -> found.id("id").equals(line.upstreamId()))
                            .findFirst()
                            .orElseThrow(() ->
                                    new Drifted(
                                            "the cart lacks product "
                                                    + line.upstreamId()
                                                    + " although it was added"));
            quoted.add(
                    new QuotedLine(
                            line,
                            Translate.money(item.at("prices"), "price"),
                            Translate.money(item.at("totals"), "line_subtotal")));
        }
        return quoted;
    }

    boolean needsShipping() {
        return json.optionalFlag("needs_shipping").orElse(true);
    }

    /**
     * For each package the cheapest way to the door; picking up in person is another kind of order.
     */
    List<Rate> cheapestRates() {
        List<Rate> cheapest = new ArrayList<>();
        for (Json parcel : json.optionalList("shipping_rates")) {
            parcel.optionalList("shipping_rates").stream()
                    .filter(rate -> !rate.optionalText("method_id").orElse("").contains("pickup"))
                    .map(rate ->
                            new Rate(
                                    parcel.id("package_id"),
                                    rate.text("rate_id"),
                                    Translate.money(rate, "price"),
                                    rate.optionalFlag("selected").orElse(false)))
                    .min(Comparator.comparing(Rate::price).thenComparing(rate -> !rate.selected()))
                    .ifPresent(cheapest::add);
        }
        return cheapest;
    }

    Optional<String> firstError() {
        return json.optionalList("errors").stream()
                .findFirst()
                .map(error -> PlainText.of(error.optionalText("message").orElse("refused"), LABEL));
    }

    boolean takes(String paymentMethod) {
        return json.optionalList("payment_methods").stream()
                .anyMatch(method -> method.asText().equals(paymentMethod));
    }

    private Json totals() {
        return json.at("totals");
    }

    private static int quantity(Json item) {
        return Math.toIntExact(item.number("quantity"));
    }
}
