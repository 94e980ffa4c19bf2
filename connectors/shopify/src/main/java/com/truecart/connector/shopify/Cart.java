package com.truecart.connector.shopify;

import com.truecart.kit.Json;
import com.truecart.kit.PlainText;
import com.truecart.kit.WebAddress;
import com.truecart.model.Money;
import com.truecart.spi.OrderLine;
import com.truecart.spi.QuoteResult.Discount;
import com.truecart.spi.QuoteResult.QuotedLine;
import com.truecart.spi.UpstreamException.Drifted;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A cart as the shop shows it. Pure. */
record Cart(Json json) {
    private static final int LABEL = 200;

    /** Ways that end at the shopper's door; the others are another kind of order. */
    private static final Set<String> TO_THE_DOOR = Set.of("SHIPPING", "LOCAL");

    /** A way of delivery for one group of lines. */
    record Way(String group, String handle, Money cost, boolean selected) {}

    String id() {
        return json.text("id");
    }

    URI checkout() {
        return WebAddress.of(json.text("checkoutUrl"))
                .orElseThrow(() -> new Drifted(json.path() + ".checkoutUrl: is no address"));
    }

    /** The shop's own sum, which may be an estimate and may leave out what it does not know yet. */
    Money total() {
        return Translate.money(json.at("cost"), "totalAmount");
    }

    boolean isEstimated() {
        return json.at("cost").flag("totalAmountEstimated");
    }

    /** The lines before anything is taken off. */
    Money goods() {
        Money sum = Money.zero(total().currency());
        for (Json line : lines()) {
            sum = sum.plus(Translate.money(line.at("cost"), "subtotalAmount"));
        }
        return sum;
    }

    /**
     * What is taken off goods, whether off a line or off the order: the shop divides both over the
     * lines. By the shop's words for it, in their first order.
     */
    List<Discount> discounts() {
        Map<String, Money> byLabel = new LinkedHashMap<>();
        for (Json line : lines()) {
            for (Json share : line.optionalList("discountAllocations")) {
                byLabel.merge(
                        label(share), Translate.money(share, "discountedAmount"), Money::plus);
            }
        }
        List<Discount> discounts = new ArrayList<>();
        byLabel.forEach((label, amount) -> {
            if (amount.isPositive()) {
                discounts.add(new Discount(label, amount));
            }
        });
        return discounts;
    }

    /** The chosen ways of delivery less what is taken off them. */
    Money delivery() {
        Money sum = Money.zero(total().currency());
        for (Json group : groups()) {
            Json chosen = group.at("selectedDeliveryOption");
            sum = sum.plus(Translate.money(chosen, "estimatedCost"));
            for (Json share : group.optionalList("discountAllocations")) {
                sum = sum.minus(Translate.money(share, "discountedAmount"));
            }
        }
        return sum;
    }

    boolean needsDelivery() {
        return lines().stream()
                .anyMatch(line ->
                        line.at("merchandise").optionalFlag("requiresShipping").orElse(true));
    }

    /** Whether the cart knows anything of delivery; before an address many know nothing. */
    boolean statesDelivery() {
        return !groups().isEmpty();
    }

    /** For each group the cheapest way to the door; shorter than the groups where one has none. */
    List<Way> cheapestWays() {
        List<Way> cheapest = new ArrayList<>();
        for (Json group : groups()) {
            Optional<String> selected =
                    group.optional("selectedDeliveryOption").map(option -> option.text("handle"));
            group.list("deliveryOptions").stream()
                    .filter(option -> TO_THE_DOOR.contains(option.text("deliveryMethodType")))
                    .map(option ->
                            new Way(
                                    group.text("id"),
                                    option.text("handle"),
                                    Translate.money(option, "estimatedCost"),
                                    selected.filter(option.text("handle")::equals).isPresent()))
                    .min(Comparator.comparing(Way::cost).thenComparing(way -> !way.selected()))
                    .ifPresent(cheapest::add);
        }
        return cheapest;
    }

    int groupCount() {
        return groups().size();
    }

    /** How many of each variant it holds: a shop cuts a line down to what it has, unasked. */
    Map<String, Integer> quantities() {
        Map<String, Integer> held = new TreeMap<>();
        for (Json line : lines()) {
            held.merge(
                    Translate.number(line.at("merchandise").text("id")),
                    Math.toIntExact(line.number("quantity")),
                    Integer::sum);
        }
        return held;
    }

    boolean holds(List<OrderLine> wanted) {
        return quantities().equals(wanted(wanted));
    }

    /** The same variant asked for twice is one line there. */
    static Map<String, Integer> wanted(List<OrderLine> lines) {
        Map<String, Integer> wanted = new TreeMap<>();
        lines.forEach(line -> wanted.merge(line.upstreamId(), line.quantity(), Integer::sum));
        return wanted;
    }

    /** The lines in the order of the request, before anything is taken off. */
    List<QuotedLine> lines(List<OrderLine> requested) {
        List<QuotedLine> quoted = new ArrayList<>();
        for (OrderLine line : requested) {
            Json found =
                    lines().stream()
                            .filter(one ->
                                    Translate.number(one.at("merchandise").text("id"))
                                            .equals(line.upstreamId()))
                            .findFirst()
                            .orElseThrow(() ->
                                    new Drifted(
                                            "the cart lacks variant "
                                                    + line.upstreamId()
                                                    + " although it was added"));
            Money unit = Translate.money(found.at("cost"), "amountPerQuantity");
            quoted.add(new QuotedLine(line, unit, unit.times(line.quantity())));
        }
        return quoted;
    }

    /**
     * Whether the shop takes this code for what is in the cart; empty where it does not name it.
     */
    Optional<Boolean> takes(String code) {
        return json.list("discountCodes").stream()
                .filter(one -> one.text("code").equalsIgnoreCase(code))
                .findFirst()
                .map(one -> one.flag("applicable"));
    }

    private List<Json> lines() {
        return whole("lines");
    }

    private List<Json> groups() {
        return whole("deliveryGroups");
    }

    private List<Json> whole(String field) {
        Json connection = json.at(field);
        if (connection.at("pageInfo").flag("hasNextPage")) {
            throw new Drifted(connection.path() + ": holds more than was asked for");
        }
        return connection.list("nodes");
    }

    private static String label(Json share) {
        return PlainText.of(
                share.optionalText("title").or(() -> share.optionalText("code")).orElse("Discount"),
                LABEL);
    }
}
