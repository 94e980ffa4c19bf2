package com.truecart.connector.ucp;

import com.truecart.kit.Json;
import com.truecart.kit.PlainText;
import com.truecart.kit.WebAddress;
import com.truecart.model.Money;
import com.truecart.spi.OrderHandle;
import com.truecart.spi.UpstreamException.Drifted;
import com.truecart.spi.UpstreamOrder;
import com.truecart.spi.UpstreamOrder.Event;
import com.truecart.spi.UpstreamOrder.Parcel;
import com.truecart.spi.UpstreamOrder.Status;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An order's snapshot in our words: parcels by tracking number, and where the whole stands. Pure.
 */
final class Deliveries {
    private static final int TEXT = 300;
    private static final String DELIVERED = "delivered";
    private static final String CANCELLED = "canceled";

    private Deliveries() {}

    static UpstreamOrder order(Json order, OrderHandle handle, Instant at) {
        List<Json> events =
                order.at("fulfillment").optionalList("events").stream()
                        .sorted(Comparator.comparing(Deliveries::occurredAt))
                        .toList();
        String last = standing(order.list("line_items"), events);
        return new UpstreamOrder(
                handle,
                status(order, events, last),
                last,
                total(order, order),
                refunded(order),
                parcels(events),
                at);
    }

    /**
     * The word of the last event; where only a part was cancelled, that of the last event which is
     * about the rest.
     */
    private static String standing(List<Json> lines, List<Json> events) {
        List<String> words = events.stream().map(event -> event.text("type")).toList();
        boolean isOfAPart =
                !words.isEmpty()
                        && words.getLast().equals(CANCELLED)
                        && !isAllCancelled(lines, events);
        List<String> ofTheRest =
                isOfAPart ? words.stream().filter(word -> !word.equals(CANCELLED)).toList() : words;
        return ofTheRest.isEmpty() ? "processing" : ofTheRest.getLast();
    }

    /**
     * Cancelled and delivered are only what was so in every unit; one word we do not know leaves
     * the whole unrecognised.
     */
    private static Status status(Json order, List<Json> events, String last) {
        List<Json> lines = order.list("line_items");
        if (!lines.isEmpty()
                && lines.stream().allMatch(line -> line.text("status").equals("removed"))) {
            return Status.CANCELLED;
        }
        return switch (last) {
            case "processing" -> Status.ACCEPTED;
            case "shipped", "in_transit", "failed_attempt" -> Status.SHIPPED;
            case DELIVERED -> isAllDelivered(lines, events) ? Status.DELIVERED : Status.SHIPPED;
            case CANCELLED -> Status.CANCELLED;
            // undeliverable and returned_to_sender are neither: a person must look
            default -> Status.UNRECOGNISED;
        };
    }

    private static boolean isAllDelivered(List<Json> lines, List<Json> events) {
        Map<String, Long> delivered = units(DELIVERED, events);
        return lines.stream()
                .allMatch(line ->
                        delivered.getOrDefault(line.text("id"), 0L)
                                >= line.at("quantity").number("total"));
    }

    /**
     * Of the units first ordered, where the shop states them: what it calls the total is what is
     * left, so it falls when a part is cancelled.
     */
    private static boolean isAllCancelled(List<Json> lines, List<Json> events) {
        Map<String, Long> cancelled = units(CANCELLED, events);
        return lines.stream()
                .allMatch(line -> {
                    Json quantity = line.at("quantity");
                    long left = quantity.number("total");
                    long ordered = quantity.optionalNumber("original").orElse(left);
                    return left == 0 || cancelled.getOrDefault(line.text("id"), 0L) >= ordered;
                });
    }

    private static Map<String, Long> units(String type, List<Json> events) {
        Map<String, Long> units = new HashMap<>();
        for (Json event : events) {
            if (event.text("type").equals(type)) {
                event.list("line_items")
                        .forEach(line ->
                                units.merge(line.text("id"), line.number("quantity"), Long::sum));
            }
        }
        return units;
    }

    private static List<Parcel> parcels(List<Json> events) {
        Map<String, List<Json>> byNumber = new LinkedHashMap<>();
        for (Json event : events) {
            event.optionalText("tracking_number")
                    .ifPresent(number ->
                            byNumber.computeIfAbsent(number, _ -> new ArrayList<>()).add(event));
        }
        List<Parcel> parcels = new ArrayList<>();
        byNumber.forEach((number, own) ->
                parcels.add(
                        new Parcel(
                                last(own, "carrier"),
                                Optional.of(number),
                                last(own, "tracking_url").flatMap(WebAddress::of),
                                own.stream().map(Deliveries::event).toList())));
        return parcels;
    }

    private static Event event(Json event) {
        String kind = event.text("type");
        return new Event(
                occurredAt(event),
                kind,
                PlainText.of(event.optionalText("description").orElse(kind), TEXT));
    }

    private static Optional<String> last(List<Json> events, String field) {
        return events.reversed().stream()
                .flatMap(event -> event.optionalText(field).stream())
                .findFirst();
    }

    private static Instant occurredAt(Json event) {
        try {
            return OffsetDateTime.parse(event.text("occurred_at")).toInstant();
        } catch (DateTimeParseException unreadable) {
            throw new Drifted(event.path() + ".occurred_at: expected a date and time", unreadable);
        }
    }

    /**
     * What completed adjustments gave back; amounts are signed, and those that were added (an
     * exchange for something dearer) are another matter.
     */
    private static Money refunded(Json order) {
        Money sum = Translate.money(0, order.text("currency"), order.path());
        for (Json adjustment : order.optionalList("adjustments")) {
            if (adjustment.text("status").equals("completed")
                    && !adjustment.optionalList("totals").isEmpty()) {
                Money amount = total(adjustment, order);
                sum = amount.isNegative() ? sum.minus(amount) : sum;
            }
        }
        return sum;
    }

    private static Money total(Json summed, Json order) {
        return summed.list("totals").stream()
                .filter(total -> total.text("type").equals("total"))
                .findFirst()
                .map(total ->
                        Translate.money(
                                total.number("amount"), order.text("currency"), order.path()))
                .orElseThrow(() -> new Drifted(summed.path() + ".totals: has no total"));
    }
}
