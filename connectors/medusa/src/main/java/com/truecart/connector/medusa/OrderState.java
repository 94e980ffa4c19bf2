package com.truecart.connector.medusa;

import com.truecart.kit.Json;
import com.truecart.kit.WebAddress;
import com.truecart.model.Money;
import com.truecart.spi.OrderHandle;
import com.truecart.spi.Secret;
import com.truecart.spi.UpstreamOrder;
import com.truecart.spi.UpstreamOrder.Event;
import com.truecart.spi.UpstreamOrder.Parcel;
import com.truecart.spi.UpstreamOrder.Status;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An order of either API in our words. Pure. */
record OrderState(Json json) {
    /** What a guest may see. */
    static final String STORE_FIELDS =
            Calls.encode(
                    "id,display_id,status,fulfillment_status,payment_status,total,currency_code,"
                            + "*fulfillments,*payment_collections");

    /** Labels, and with them tracking numbers, are cut from what a guest asks for. */
    static final String ADMIN_FIELDS =
            STORE_FIELDS + Calls.encode(",metadata,*fulfillments.labels");

    private static final Map<String, String> MOMENTS =
            Map.of(
                    "packed_at", "packed",
                    "shipped_at", "shipped",
                    "delivered_at", "delivered",
                    "canceled_at", "canceled");

    UpstreamOrder translated(Instant at) {
        Currency currency = Amounts.currency(json, "currency_code");
        BigDecimal refunded = BigDecimal.ZERO;
        for (Json collection : json.optionalList("payment_collections")) {
            if (collection.optional("refunded_amount").isPresent()) {
                refunded = refunded.add(collection.decimal("refunded_amount"));
            }
        }
        // a refund lowers the total by itself
        Money charged = Amounts.rounded(json.decimal("total").add(refunded), currency);
        return new UpstreamOrder(
                handle(),
                status(),
                statusText(),
                charged,
                Amounts.rounded(refunded, currency),
                parcels(),
                at);
    }

    /** People know the short number; all calls want the long one. */
    OrderHandle handle() {
        return new OrderHandle(json.id("display_id"), new Secret(json.text("id")));
    }

    /**
     * The order's own status stays "pending" until somebody closes it; where the goods are says
     * {@code fulfillment_status}. "Fulfilled" means packed.
     */
    private Status status() {
        String own = json.text("status");
        return switch (own) {
            case "canceled" -> Status.CANCELLED;
            case "pending", "completed", "archived" ->
                    fulfilment(json.optionalText("fulfillment_status").orElse("not_fulfilled"));
            default -> Status.UNRECOGNISED;
        };
    }

    static Status fulfilment(String word) {
        return switch (word) {
            case "not_fulfilled", "partially_fulfilled", "fulfilled", "canceled" -> Status.ACCEPTED;
            case "partially_shipped", "shipped", "partially_delivered" -> Status.SHIPPED;
            case "delivered" -> Status.DELIVERED;
            default -> Status.UNRECOGNISED;
        };
    }

    private String statusText() {
        List<String> words = new ArrayList<>();
        words.add(json.text("status"));
        json.optionalText("fulfillment_status").ifPresent(words::add);
        json.optionalText("payment_status").ifPresent(words::add);
        return String.join(", ", words);
    }

    /**
     * One for each label; one without a number for what left without one, or whose we cannot see.
     */
    private List<Parcel> parcels() {
        List<Parcel> parcels = new ArrayList<>();
        for (Json fulfilment : json.optionalList("fulfillments")) {
            List<Event> events = events(fulfilment);
            boolean hasLeft = fulfilment.optionalText("shipped_at").isPresent();
            List<Json> labels = fulfilment.optionalList("labels");
            if (labels.isEmpty() && hasLeft) {
                parcels.add(
                        new Parcel(Optional.empty(), Optional.empty(), Optional.empty(), events));
            }
            for (Json label : labels) {
                parcels.add(
                        new Parcel(
                                Optional.empty(),
                                label.optionalText("tracking_number"),
                                label.optionalText("tracking_url").flatMap(WebAddress::of),
                                events));
            }
        }
        return parcels;
    }

    private static List<Event> events(Json fulfilment) {
        List<Event> events = new ArrayList<>();
        MOMENTS.forEach((field, word) ->
                Translate.instant(fulfilment, field)
                        .ifPresent(moment -> events.add(new Event(moment, word, word))));
        events.sort(Comparator.comparing(Event::at));
        return events;
    }
}
