package com.truecart.connector.magento;

import com.truecart.kit.Json;
import com.truecart.model.Money;
import com.truecart.spi.OrderHandle;
import com.truecart.spi.UpstreamOrder;
import com.truecart.spi.UpstreamOrder.Parcel;
import com.truecart.spi.UpstreamOrder.Status;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** An order as the shop shows it to a guest, in our words. Pure. */
final class Placed {
    private Placed() {}

    static UpstreamOrder of(Json order, OrderHandle handle, Instant at) {
        Money charged = Amounts.of(order.at("total"), "grand_total");
        Money refunded = Money.zero(charged.currency());
        for (Json memo : order.optionalList("credit_memos")) {
            refunded = refunded.plus(Amounts.of(memo.at("total"), "grand_total"));
        }
        String word = order.text("status");
        Status stated = status(word);
        return new UpstreamOrder(
                handle,
                stated == Status.ACCEPTED && hasLeft(order) ? Status.SHIPPED : stated,
                word,
                charged,
                refunded,
                parcels(order),
                at);
    }

    /**
     * The word is the shop's label for a status, which a shopkeeper may rename; what was renamed is
     * not recognised. "Complete" is invoiced and shipped, and the last thing a shop of this kind
     * knows: nobody tells it that a parcel arrived. "Closed" is wholly refunded.
     */
    static Status status(String word) {
        return switch (word.strip().toLowerCase(Locale.ROOT)) {
            case "pending",
                    "processing",
                    "on hold",
                    "pending payment",
                    "payment review",
                    "suspected fraud",
                    "received" ->
                    Status.ACCEPTED;
            case "complete" -> Status.SHIPPED;
            case "canceled", "cancelled", "closed", "rejected" -> Status.CANCELLED;
            default -> Status.UNRECOGNISED;
        };
    }

    /** All that will ever leave has left; a part of it is only a parcel. */
    private static boolean hasLeft(Json order) {
        List<Json> items = order.optionalList("items");
        return !items.isEmpty()
                && items.stream()
                        .allMatch(item ->
                                units(item, "quantity_shipped")
                                                .compareTo(
                                                        units(item, "quantity_ordered")
                                                                .subtract(
                                                                        units(
                                                                                item,
                                                                                "quantity_canceled"))
                                                                .subtract(
                                                                        units(
                                                                                item,
                                                                                "quantity_refunded")))
                                        >= 0)
                && items.stream().anyMatch(item -> units(item, "quantity_shipped").signum() > 0);
    }

    private static BigDecimal units(Json item, String field) {
        return item.optional(field).isPresent() ? item.decimal(field) : BigDecimal.ZERO;
    }

    private static List<Parcel> parcels(Json order) {
        List<Parcel> parcels = new ArrayList<>();
        for (Json shipment : order.optionalList("shipments")) {
            for (Json track : shipment.optionalList("tracking")) {
                parcels.add(
                        new Parcel(
                                track.optionalText("title").or(() -> track.optionalText("carrier")),
                                track.optionalText("number"),
                                Optional.empty(),
                                List.of()));
            }
            if (shipment.optionalList("tracking").isEmpty()) {
                parcels.add(
                        new Parcel(
                                Optional.empty(), Optional.empty(), Optional.empty(), List.of()));
            }
        }
        return parcels;
    }
}
