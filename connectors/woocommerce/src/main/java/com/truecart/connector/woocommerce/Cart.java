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

    /** What the lines come to as they are shown, before coupons. */
    Money goods() {
        return json.list("items").stream()
                .map(this::lineTotal)
                .reduce(Money.zero(payable().currency()), Money::plus);
    }

    /**
     * What comes on top of the prices shown, and nothing where they are shown with tax. The shop
     * rounds each part by itself, so the parts may miss the total by a unit or so each; the total
     * is what is paid, and the difference stands here.
     */
    Money tax() {
        Money difference = rounding();
        Money stated = statedTax();
        return stated.plus(difference).isNegative() ? stated : stated.plus(difference);
    }

    /** Delivery, and what the shop adds beside it: a fee for paying on delivery counts here. */
    Money delivery() {
        Money sum =
                totals().optionalText("total_shipping").isPresent()
                        ? shown(totals(), "total_shipping", "total_shipping_tax")
                        : Money.zero(payable().currency());
        for (Money fee : fees()) {
            sum = fee.isPositive() ? sum.plus(fee) : sum;
        }
        return sum;
    }

    /**
     * Coupons, the negative fees by which some plug-ins give their discounts, and the shop's own
     * rounding where it is in the buyer's favour and there is no tax to show it in.
     */
    List<Discount> discounts() {
        List<Discount> discounts = statedDiscounts();
        Money unplaced = statedTax().plus(rounding());
        if (unplaced.isNegative()) {
            discounts.add(new Discount("Rounding", rounding().negated()));
        }
        return discounts;
    }

    private List<Discount> statedDiscounts() {
        List<Discount> discounts = new ArrayList<>();
        for (Json coupon : json.optionalList("coupons")) {
            Money amount = shown(coupon.at("totals"), "total_discount", "total_discount_tax");
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
            Money amount = shown(fee.at("totals"), "total", "total_tax");
            if (amount.isNegative()) {
                discounts.add(
                        new Discount(PlainText.of(fee.text("name"), LABEL), amount.negated()));
            }
        }
        return discounts;
    }

    private List<Money> fees() {
        return json.optionalList("fees").stream()
                .map(fee -> shown(fee.at("totals"), "total", "total_tax"))
                .toList();
    }

    private Money statedTax() {
        return showsTaxIncluded()
                ? Money.zero(payable().currency())
                : Translate.money(totals(), "total_tax");
    }

    /** The total less its parts, where that is no more than rounding; else zero, for a mistake. */
    private Money rounding() {
        Money parts = goods().plus(delivery()).plus(statedTax());
        for (Discount discount : statedDiscounts()) {
            parts = parts.minus(discount.amount());
        }
        Money difference = payable().minus(parts);
        int rounded =
                json.list("items").size()
                        + json.optionalList("coupons").size()
                        + json.optionalList("fees").size()
                        + 2;
        return Math.abs(difference.minor()) <= rounded
                ? difference
                : Money.zero(difference.currency());
    }

    /**
     * Whether the shop shows its cart with tax in the prices. Nothing says so; but a line's price
     * is as shown, while its subtotal never includes tax.
     */
    private boolean showsTaxIncluded() {
        for (Json item : json.list("items")) {
            Json totals = item.at("totals");
            Money tax = optional(totals, "line_subtotal_tax");
            if (tax.isPositive()) {
                Money shown = Translate.money(item.at("prices"), "price").times(quantity(item));
                Money without = Translate.money(totals, "line_subtotal");
                return distance(shown, without.plus(tax)) < distance(shown, without);
            }
        }
        return false;
    }

    private static long distance(Money one, Money other) {
        return Math.abs(one.minor() - other.minor());
    }

    /** An amount the way this shop shows amounts; the API always states it without its tax. */
    private Money shown(Json amounts, String field, String taxField) {
        Money without = Translate.money(amounts, field);
        return showsTaxIncluded() ? without.plus(optional(amounts, taxField)) : without;
    }

    private Money optional(Json amounts, String field) {
        return amounts.optionalText(field).isPresent()
                ? Translate.money(amounts, field)
                : Money.zero(payable().currency());
    }

    private Money lineTotal(Json item) {
        return shown(item.at("totals"), "line_subtotal", "line_subtotal_tax");
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
     * are.
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
                            line, Translate.money(item.at("prices"), "price"), lineTotal(item)));
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
