package com.truecart.connector.magento;

import com.truecart.kit.Json;
import com.truecart.kit.PlainText;
import com.truecart.model.Money;
import com.truecart.spi.OrderLine;
import com.truecart.spi.QuoteResult.Discount;
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

    /** Picking up at a store; another kind of order. */
    private static final String PICK_UP = "instore";

    /** A way of delivery the shop offers. */
    record Way(String carrier, String method, Money cost) {}

    Money total() {
        return Amounts.of(prices(), "grand_total");
    }

    /** Of the whole cart and of its lines together, by the shop's words. */
    List<Discount> discounts() {
        List<Discount> discounts = new ArrayList<>();
        for (Json discount : prices().optionalList("discounts")) {
            Money amount = Amounts.of(discount, "amount");
            if (!amount.isZero()) {
                // older releases write them below nothing
                discounts.add(
                        new Discount(
                                PlainText.of(
                                        discount.optionalText("label").orElse("Discount"), LABEL),
                                amount.isNegative() ? amount.negated() : amount));
            }
        }
        return discounts;
    }

    Money taxes() {
        Money sum = Money.zero(total().currency());
        for (Json tax : prices().optionalList("applied_taxes")) {
            sum = sum.plus(Amounts.of(tax, "amount"));
        }
        return sum;
    }

    Money goods(Side side) {
        return Amounts.of(
                prices(),
                side == Side.WITH_TAX ? "subtotal_including_tax" : "subtotal_excluding_tax");
    }

    Money delivery(Side side) {
        return selected()
                .map(way ->
                        Amounts.of(
                                way, side == Side.WITH_TAX ? "price_incl_tax" : "price_excl_tax"))
                .orElse(Money.zero(total().currency()));
    }

    Money row(OrderLine line, Side side) {
        return Amounts.of(
                item(line).at("prices"),
                side == Side.WITH_TAX ? "row_total_including_tax" : "row_total");
    }

    Money unit(OrderLine line, Side side) {
        return Amounts.of(
                item(line).at("prices"), side == Side.WITH_TAX ? "price_including_tax" : "price");
    }

    /**
     * Whether the shop shows its prices with their taxes: then {@code price}, which follows what it
     * shows, is {@code price_including_tax}.
     */
    Side shown() {
        return items().stream()
                        .map(item -> item.at("prices"))
                        .allMatch(prices ->
                                Amounts.of(prices, "price")
                                        .equals(Amounts.of(prices, "price_including_tax")))
                ? Side.WITH_TAX
                : Side.WITHOUT_TAX;
    }

    /** On which side of the tax amounts are looked at. */
    enum Side {
        WITH_TAX,
        WITHOUT_TAX;

        Side other() {
            return switch (this) {
                case WITH_TAX -> WITHOUT_TAX;
                case WITHOUT_TAX -> WITH_TAX;
            };
        }
    }

    boolean isVirtual() {
        return json.flag("is_virtual");
    }

    boolean takes(Payment payment) {
        return json.optionalList("available_payment_methods").stream()
                .anyMatch(method -> method.text("code").equals(payment.code()));
    }

    /** The cheapest way to the door. */
    Optional<Way> cheapestWay() {
        return addresses().stream()
                .flatMap(address -> address.optionalList("available_shipping_methods").stream())
                .filter(way -> way.optionalFlag("available").orElse(true))
                .filter(way -> way.optionalText("method_code").isPresent())
                .filter(way -> !way.text("carrier_code").equals(PICK_UP))
                .map(way ->
                        new Way(
                                way.text("carrier_code"),
                                way.text("method_code"),
                                Amounts.of(way, "price_incl_tax")))
                .min(Comparator.comparing(Way::cost));
    }

    /** Whether it is this way that is chosen now. */
    boolean isSelected(Way way) {
        return selected()
                .filter(chosen -> chosen.text("carrier_code").equals(way.carrier()))
                .filter(chosen -> chosen.text("method_code").equals(way.method()))
                .isPresent();
    }

    boolean isDelivered() {
        return isVirtual() || selected().isPresent();
    }

    /** How many of each listing it holds. */
    Map<String, Integer> quantities() {
        Map<String, Integer> held = new TreeMap<>();
        for (Json item : items()) {
            try {
                held.merge(sku(item).id(), item.decimal("quantity").intValueExact(), Integer::sum);
            } catch (ArithmeticException fraction) {
                throw new Drifted(item.path() + ".quantity: is no whole number", fraction);
            }
        }
        return held;
    }

    boolean holds(List<OrderLine> lines) {
        return quantities().equals(wanted(lines));
    }

    /** The same listing asked for twice is one line there. */
    static Map<String, Integer> wanted(List<OrderLine> lines) {
        Map<String, Integer> wanted = new TreeMap<>();
        lines.forEach(line -> wanted.merge(line.upstreamId(), line.quantity(), Integer::sum));
        return wanted;
    }

    /** What the shop finds wrong with a line since it was put in, by listing. */
    Map<String, String> complaints() {
        Map<String, String> complaints = new TreeMap<>();
        for (Json item : items()) {
            item.optionalList("errors").stream()
                    .findFirst()
                    .ifPresent(error ->
                            complaints.put(
                                    sku(item).id(), PlainText.of(error.text("message"), LABEL)));
        }
        return complaints;
    }

    private Json item(OrderLine line) {
        return items().stream()
                .filter(item -> sku(item).id().equals(line.upstreamId()))
                .findFirst()
                .orElseThrow(() ->
                        new Drifted(
                                "the cart lacks " + line.upstreamId() + " although it was added"));
    }

    /** Of a configurable product the cart names the product, and beside it the variant chosen. */
    private static Sku sku(Json item) {
        String product = item.at("product").text("sku");
        return item.optional("configured_variant")
                .map(variant -> new Sku(Optional.of(product), variant.text("sku")))
                .orElseGet(() -> new Sku(Optional.empty(), product));
    }

    private List<Json> items() {
        Json items = json.at("itemsV2");
        List<Json> listed = items.list("items");
        if (items.number("total_count") > listed.size()) {
            throw new Drifted(items.path() + ": holds more lines than were asked for");
        }
        return listed;
    }

    private Optional<Json> selected() {
        return addresses().stream()
                .flatMap(address -> address.optional("selected_shipping_method").stream())
                .findFirst();
    }

    private List<Json> addresses() {
        return json.optionalList("shipping_addresses");
    }

    private Json prices() {
        return json.at("prices");
    }
}
