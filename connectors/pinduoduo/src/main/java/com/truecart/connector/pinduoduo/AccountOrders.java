package com.truecart.connector.pinduoduo;

import com.truecart.kit.Json;
import com.truecart.kit.PlainText;
import com.truecart.kit.china.WindowedOrders;
import com.truecart.model.Money;
import com.truecart.spi.HandOffReference;
import com.truecart.spi.HandedOrder;
import com.truecart.spi.HandedOrder.Status;
import com.truecart.spi.UpstreamException.Drifted;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The orders Pinduoduo counts for this account. Pages are read from the last to the first, as
 * Pinduoduo asks: an order that changes meanwhile leaves the window and those behind it move up,
 * onto pages still to be read. What it pays us for them is left where it is.
 */
record AccountOrders(Calls calls) implements WindowedOrders.Platform {
    static final Duration LONGEST = Duration.ofHours(24);

    private static final int WORDS = 100;

    @Override
    public WindowedOrders.Told tell(Instant from, Instant to, Optional<String> place) {
        if (place.isEmpty()) {
            Json first = calls.orders(from, to, 1, true);
            long total = first.number("total_count");
            long pages = (total + Calls.ORDERS_PER_PAGE - 1) / Calls.ORDERS_PER_PAGE;
            return new WindowedOrders.Told(
                    first.optionalList("order_list"),
                    pages > 1
                            ? new WindowedOrders.NextPage(Long.toString(pages))
                            : new WindowedOrders.WindowOver());
        }
        int page = WindowedOrders.pageNumber(place.get());
        return new WindowedOrders.Told(
                calls.orders(from, to, page, false).optionalList("order_list"),
                page > 1
                        ? new WindowedOrders.NextPage(Integer.toString(page - 1))
                        : new WindowedOrders.WindowOver());
    }

    /** One order is of one product, so its number names the line too. Amounts are in fen. */
    @Override
    public HandedOrder order(Json row) {
        String number = row.text("order_sn");
        long code = row.number("order_status");
        Instant ordered = Instant.ofEpochSecond(row.number("order_create_time"));
        return new HandedOrder(
                number,
                number,
                row.optionalText("goods_sign"),
                Math.toIntExact(row.number("goods_quantity")),
                row.optional("order_amount").map(_ -> Money.of(row.number("order_amount"), "CNY")),
                row.optionalText("custom_parameters").flatMap(AccountOrders::reference),
                status(code),
                row.optionalText("order_status_desc")
                        .map(words -> PlainText.of(words, WORDS))
                        .orElse("order_status " + code),
                ordered,
                row.optional("order_modify_at")
                        .map(_ -> Instant.ofEpochSecond(row.number("order_modify_at")))
                        .orElse(ordered));
    }

    /** Links not made by us carry what others like. */
    private static Optional<HandOffReference> reference(String custom) {
        try {
            return Json.parse(custom).optionalText("sid").flatMap(HandOffReference::echoed);
        } catch (Drifted notOurs) {
            return Optional.empty();
        }
    }

    private static Status status(long code) {
        return switch (Long.toString(code)) {
            // paid, and paid in a group that is complete
            case "0", "1" -> Status.PAID;
            // received, and found in order
            case "2", "3" -> Status.COMPLETED;
            case "5" -> Status.SETTLED;
            // not counted, or punished
            case "4", "10" -> Status.INVALID;
            default -> Status.UNRECOGNISED;
        };
    }
}
