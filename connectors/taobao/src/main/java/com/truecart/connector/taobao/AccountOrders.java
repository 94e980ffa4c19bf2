package com.truecart.connector.taobao;

import com.truecart.kit.Json;
import com.truecart.kit.china.KeyTail;
import com.truecart.kit.china.ShanghaiTime;
import com.truecart.kit.china.WindowedOrders;
import com.truecart.spi.HandedOrder;
import com.truecart.spi.HandedOrder.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * The orders Taobao counts for this account. It has no place for a name of ours in a link that its
 * search makes, so none is echoed. What it pays us for them is left where it is.
 */
record AccountOrders(Calls calls) implements WindowedOrders.Platform {
    static final Duration LONGEST = Duration.ofHours(3);

    private static final Currency YUAN = Currency.getInstance("CNY");

    @Override
    public WindowedOrders.Told tell(Instant from, Instant to, Optional<String> place) {
        int page = place.map(AccountOrders::pageNumber).orElse(1);
        Optional<Json> told =
                calls.orders(
                        from, to, page, place.map(text -> text.substring(text.indexOf(' ') + 1)));
        return new WindowedOrders.Told(
                told.flatMap(data -> data.optional("results"))
                        .map(results -> results.optionalList("publisher_order_dto"))
                        .orElse(List.of()),
                told.filter(data -> data.optionalFlag("has_next").orElse(false))
                        .<WindowedOrders.Onward>map(data ->
                                new WindowedOrders.NextPage(
                                        page + 1 + " " + data.text("position_index")))
                        .orElseGet(WindowedOrders.WindowOver::new));
    }

    private static int pageNumber(String place) {
        if (!place.matches("[1-9]\\d{0,6} .+")) {
            throw new IllegalArgumentException("cursor: names no page but " + place);
        }
        return Integer.parseInt(place.substring(0, place.indexOf(' ')));
    }

    @Override
    public HandedOrder order(Json row) {
        String code = row.id("tk_status");
        Instant ordered = moment(row, "tk_create_time");
        return new HandedOrder(
                row.id("trade_id"),
                row.id("trade_parent_id"),
                row.optionalText("item_id").map(id -> KeyTail.of(id, '-', "item_id")),
                Math.toIntExact(row.number("item_num")),
                row.optional("alipay_total_price").map(_ -> row.price("alipay_total_price", YUAN)),
                Optional.empty(),
                status(code),
                "tk_status " + code + refund(row),
                ordered,
                row.optionalText("modified_time").isPresent()
                        ? moment(row, "modified_time")
                        : ordered);
    }

    private static String refund(Json row) {
        return row.optional("refund_tag").filter(_ -> row.id("refund_tag").equals("1")).isPresent()
                ? ", refund under way"
                : "";
    }

    private static Instant moment(Json row, String field) {
        String text = row.text(field);
        return ShanghaiTime.parse(text)
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                field + ": expected a moment of China, found " + text));
    }

    private static Status status(String code) {
        return switch (code) {
            case "12" -> Status.PAID;
            case "14" -> Status.COMPLETED;
            case "3" -> Status.SETTLED;
            // closed
            case "13" -> Status.INVALID;
            default -> Status.UNRECOGNISED;
        };
    }
}
