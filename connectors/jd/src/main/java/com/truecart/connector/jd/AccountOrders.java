package com.truecart.connector.jd;

import com.truecart.kit.Json;
import com.truecart.kit.china.ShanghaiTime;
import com.truecart.kit.china.WindowedOrders;
import com.truecart.model.Money;
import com.truecart.spi.HandOffReference;
import com.truecart.spi.HandedOrder;
import com.truecart.spi.HandedOrder.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;

/**
 * The order rows JD counts for this account. What it pays us for them is left where it is; of its
 * amounts only what the buyer paid is read.
 */
record AccountOrders(Calls calls, Translate translate) implements WindowedOrders.Platform {
    static final Duration LONGEST = Duration.ofHours(1);

    private static final Currency YUAN = Currency.getInstance("CNY");
    private static final long FIRST_COUNTED = 15;

    @Override
    public WindowedOrders.Told tell(Instant from, Instant to, Optional<String> place) {
        int page = place.map(WindowedOrders::pageNumber).orElse(1);
        Json told = calls.orders(from, to, page);
        String next = Integer.toString(page + 1);
        return new WindowedOrders.Told(
                told.optionalList("data"),
                !told.optionalFlag("hasMore").orElse(false)
                        ? new WindowedOrders.WindowOver()
                        : page == 1
                                ? new WindowedOrders.TooMuch(next)
                                : new WindowedOrders.NextPage(next));
    }

    @Override
    public HandedOrder order(Json row) {
        long code = row.number("validCode");
        long returned = row.optionalNumber("skuReturnNum").orElse(0);
        Instant ordered = moment(row, "orderTime");
        return new HandedOrder(
                row.id("id"),
                row.id("orderId"),
                translate.bought(row),
                Math.toIntExact(row.number("skuNum")),
                paid(row),
                row.optionalText("subUnionId").flatMap(HandOffReference::echoed),
                status(code),
                "validCode " + code + (returned > 0 ? ", " + returned + " returned" : ""),
                ordered,
                row.optional("modifyTime").isPresent() ? moment(row, "modifyTime") : ordered);
    }

    /**
     * What the buyer paid for the row without delivery: JD's estimate at first, the settled amount
     * in the end. What was paid with vouchers and cards of JD's is not in it.
     */
    private static Optional<Money> paid(Json row) {
        return Optional.of("actualCosPrice")
                .filter(field -> row.optional(field).isPresent())
                .map(field -> row.price(field, YUAN))
                .filter(Money::isPositive)
                .or(() ->
                        row.optional("estimateCosPrice")
                                .map(_ -> row.price("estimateCosPrice", YUAN)));
    }

    private static Instant moment(Json row, String field) {
        String text = row.text(field);
        return ShanghaiTime.parse(text)
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                field + ": expected a moment of China, found " + text));
    }

    /**
     * 15 waits to be paid, 16 is paid, 17 finished, 18 settled; what is lower JD does not count.
     */
    private static Status status(long code) {
        if (code >= 0 && code < FIRST_COUNTED) {
            return Status.INVALID;
        }
        return switch (Long.toString(code)) {
            case "15" -> Status.CREATED;
            case "16" -> Status.PAID;
            case "17" -> Status.COMPLETED;
            case "18" -> Status.SETTLED;
            default -> Status.UNRECOGNISED;
        };
    }
}
