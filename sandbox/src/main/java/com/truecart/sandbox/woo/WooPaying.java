package com.truecart.sandbox.woo;

import com.truecart.sandbox.store.BookedOrder;
import java.util.List;

/** The ways of paying these shops have switched on: on delivery, or by transfer afterwards. */
final class WooPaying {
    static final List<String> METHODS = List.of("cod", "bacs");

    /** Where a booked order keeps how it is paid. */
    static final String KEPT_AS = "payment_method";

    private static final String TRANSFER = "bacs";

    private WooPaying() {}

    static String of(BookedOrder order) {
        return order.contact().getOrDefault(KEPT_AS, "cod");
    }

    /** A shop that waits for a transfer says so; these have it by the time they send. */
    static String beforeSending(BookedOrder order) {
        return of(order).equals(TRANSFER) ? "on-hold" : "processing";
    }
}
