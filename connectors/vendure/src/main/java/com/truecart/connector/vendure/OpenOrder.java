package com.truecart.connector.vendure;

import com.truecart.kit.Json;
import com.truecart.model.Money;
import com.truecart.spi.OrderLine;
import com.truecart.spi.QuoteResult.Discount;
import com.truecart.spi.QuoteResult.QuotedLine;
import com.truecart.spi.UpstreamException.Drifted;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** An order that is not placed yet, as the shop prices it. All amounts are with tax. */
record OpenOrder(Json json) {
    /** What is asked of it. */
    static final String FIELDS =
            """
            id code state updatedAt couponCodes currencyCode
            totalWithTax subTotalWithTax shippingWithTax surcharges { priceWithTax }
            lines {
              quantity productVariant { id } unitPriceWithTax
              discountedLinePriceWithTax discounts { type description adjustmentSource amountWithTax }
            }
            """;

    private static final String OF_THE_ORDER = "DISTRIBUTED_ORDER_PROMOTION";

    String code() {
        return json.text("code");
    }

    String state() {
        return json.text("state");
    }

    Money payable() {
        return money(json, "totalWithTax");
    }

    /** The goods after what is taken off single lines. */
    Money goods() {
        return json.list("lines").stream()
                .map(line -> money(line, "discountedLinePriceWithTax"))
                .reduce(Money.zero(currency()), Money::plus);
    }

    /** Delivery, and whatever the shop charges beside the goods. */
    Money delivery() {
        return money(json, "shippingWithTax").plus(surcharges());
    }

    /** What is taken off the order as a whole; each part to the cent, so that it adds up. */
    List<Discount> discounts() {
        Money off = goods().minus(money(json, "subTotalWithTax").minus(surcharges()));
        if (off.isZero()) {
            return List.of();
        }
        Map<String, String> labels = new LinkedHashMap<>();
        Map<String, Money> parts = new LinkedHashMap<>();
        for (Json line : json.list("lines")) {
            for (Json discount : line.list("discounts")) {
                if (discount.text("type").equals(OF_THE_ORDER)) {
                    String source = discount.text("adjustmentSource");
                    labels.put(source, discount.optionalText("description").orElse(source));
                    parts.merge(
                            source,
                            Amounts.rounded(discount, "amountWithTax", currency()).negated(),
                            Money::plus);
                }
            }
        }
        List<Long> weights =
                parts.values().stream().map(part -> Math.max(0, part.minor())).toList();
        if (weights.stream().allMatch(weight -> weight == 0)) {
            return List.of(new Discount("discount", off));
        }
        // the shop rounds these apart from the prices, so they are the shares and not the amounts
        List<Money> shares = off.allocate(weights);
        List<Discount> discounts = new ArrayList<>();
        for (String label : labels.values()) {
            discounts.add(new Discount(label, shares.get(discounts.size())));
        }
        return discounts;
    }

    /** The order's lines as the request has them: one it names twice is one line there. */
    List<QuotedLine> lines(List<OrderLine> requested) {
        Map<String, Json> byVariant = new HashMap<>();
        json.list("lines").forEach(line -> byVariant.put(line.at("productVariant").id("id"), line));
        List<QuotedLine> lines = new ArrayList<>();
        for (OrderLine line : requested) {
            Json priced = Optional.ofNullable(byVariant.get(line.upstreamId())).orElseThrow();
            List<OrderLine> same =
                    requested.stream()
                            .filter(other -> other.upstreamId().equals(line.upstreamId()))
                            .toList();
            Money total = money(priced, "discountedLinePriceWithTax");
            List<Money> shares =
                    total.allocate(same.stream().map(other -> (long) other.quantity()).toList());
            long before =
                    lines.stream()
                            .filter(done -> done.line().upstreamId().equals(line.upstreamId()))
                            .count();
            lines.add(
                    new QuotedLine(
                            line,
                            money(priced, "unitPriceWithTax"),
                            shares.get(Math.toIntExact(before))));
        }
        return lines;
    }

    boolean isEmpty() {
        return json.list("lines").isEmpty();
    }

    /** Whether it holds these units and no others. */
    boolean holds(List<OrderLine> requested) {
        return quantities().equals(quantities(requested));
    }

    Map<String, Integer> quantities() {
        Map<String, Integer> held = new TreeMap<>();
        for (Json line : json.list("lines")) {
            held.merge(
                    line.at("productVariant").id("id"),
                    Math.toIntExact(line.number("quantity")),
                    Integer::sum);
        }
        return held;
    }

    /**
     * By variant, in the order of their ids: the shop works lines out in that order from the second
     * look at an order on, so they are put in so.
     */
    static Map<String, Integer> quantities(List<OrderLine> lines) {
        Map<String, Integer> quantities =
                new TreeMap<>(
                        Comparator.comparingInt(String::length)
                                .thenComparing(Comparator.naturalOrder()));
        lines.forEach(line -> quantities.merge(line.upstreamId(), line.quantity(), Integer::sum));
        return quantities;
    }

    boolean hasCode(String code) {
        return json.list("couponCodes").stream()
                .anyMatch(held -> held.asText().equalsIgnoreCase(code));
    }

    Instant updatedAt() {
        try {
            return Instant.parse(json.text("updatedAt"));
        } catch (DateTimeParseException unreadable) {
            throw new Drifted(json.path() + ".updatedAt: is no moment in time", unreadable);
        }
    }

    private Money surcharges() {
        return json.list("surcharges").stream()
                .map(surcharge -> money(surcharge, "priceWithTax"))
                .reduce(Money.zero(currency()), Money::plus);
    }

    private Currency currency() {
        return Amounts.currency(json);
    }

    private Money money(Json owner, String field) {
        return Amounts.of(owner, field, currency());
    }
}
