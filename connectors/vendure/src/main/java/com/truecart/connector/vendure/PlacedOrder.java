package com.truecart.connector.vendure;

import com.truecart.kit.Json;
import com.truecart.model.Money;
import com.truecart.spi.OrderHandle;
import com.truecart.spi.Secret;
import com.truecart.spi.UpstreamException.Drifted;
import com.truecart.spi.UpstreamOrder;
import com.truecart.spi.UpstreamOrder.Parcel;
import com.truecart.spi.UpstreamOrder.Status;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What became of an order. Its own time does not move when it is settled, sent, delivered or
 * refunded, so nothing here looks at that.
 */
record PlacedOrder(Json json) {
    /** What is asked of it. */
    static final String FIELDS =
            """
            code state orderPlacedAt currencyCode totalWithTax
            payments { state amount refunds { state total } }
            fulfillments { state method trackingCode updatedAt }
            """;

    private static final Set<String> TAKEN = Set.of("Authorized", "Settled", "Cancelled");
    private static final String RELEASED = "Cancelled";
    private static final String SETTLED = "Settled";

    String code() {
        return json.text("code");
    }

    boolean isPlaced() {
        return json.optionalText("orderPlacedAt").isPresent();
    }

    UpstreamOrder translated(String customer, Instant at) {
        String state = json.text("state");
        return new UpstreamOrder(
                new OrderHandle(code(), new Secret(customer)),
                status(state),
                state,
                charged(),
                refunded(),
                parcels(),
                at);
    }

    /** "Partially" anything is under way: the rest is still to come. */
    static Status status(String state) {
        return switch (state) {
            case "PaymentAuthorized", "PaymentSettled", "Modifying", "ArrangingAdditionalPayment" ->
                    Status.ACCEPTED;
            case "PartiallyShipped", "Shipped", "PartiallyDelivered" -> Status.SHIPPED;
            case "Delivered" -> Status.DELIVERED;
            case "Cancelled" -> Status.CANCELLED;
            default -> Status.UNRECOGNISED;
        };
    }

    /** Whether the shop asks for, or took, more than this. */
    boolean isAbove(Money agreed) {
        return money(json, "totalWithTax").compareTo(agreed) > 0 || charged().compareTo(agreed) > 0;
    }

    /**
     * What was taken. The order's total is no measure of that: it falls when lines are cancelled,
     * and the money only goes back by a refund.
     */
    private Money charged() {
        return json.list("payments").stream()
                .filter(payment -> TAKEN.contains(payment.text("state")))
                .map(payment -> money(payment, "amount"))
                .reduce(Money::plus)
                .orElseGet(() -> money(json, "totalWithTax"));
    }

    /** What was given back, and what was authorised and let go. */
    private Money refunded() {
        Money refunded = Money.zero(currency());
        for (Json payment : json.list("payments")) {
            if (payment.text("state").equals(RELEASED)) {
                refunded = refunded.plus(money(payment, "amount"));
                continue;
            }
            for (Json refund : payment.list("refunds")) {
                if (refund.text("state").equals(SETTLED)) {
                    refunded = refunded.plus(money(refund, "total"));
                }
            }
        }
        return refunded;
    }

    private List<Parcel> parcels() {
        return json.optionalList("fulfillments").stream()
                .filter(parcel -> !parcel.text("state").equals("Cancelled"))
                .map(PlacedOrder::parcel)
                .toList();
    }

    private static Parcel parcel(Json fulfillment) {
        String state = fulfillment.text("state");
        return new Parcel(
                fulfillment.optionalText("method"),
                fulfillment.optionalText("trackingCode"),
                Optional.empty(),
                List.of(new UpstreamOrder.Event(updatedAt(fulfillment), state, state)));
    }

    private static Instant updatedAt(Json fulfillment) {
        try {
            return Instant.parse(fulfillment.text("updatedAt"));
        } catch (DateTimeParseException unreadable) {
            throw new Drifted(fulfillment.path() + ".updatedAt: is no moment in time", unreadable);
        }
    }

    private Currency currency() {
        return Amounts.currency(json);
    }

    private Money money(Json owner, String field) {
        return Amounts.of(owner, field, currency());
    }
}
