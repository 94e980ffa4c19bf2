package com.truecart.sandbox.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Where a parcel is, told from the time since placing, so that a restart changes nothing. */
public record Delivery(Clock clock, Duration shipAfter, Duration deliverAfter) {

    /** The stations of a parcel. */
    public enum Stage {
        /** Being packed. */
        PROCESSING,
        /** Handed to the carrier. */
        SHIPPED,
        /** On the road. */
        IN_TRANSIT,
        /** With the buyer. */
        DELIVERED
    }

    /** A station and when it was reached. */
    public record Event(Stage stage, Instant at) {}

    /** The stations reached by now, oldest first; never empty. */
    public List<Event> events(Instant placedAt) {
        Instant now = clock.instant();
        Instant shipped = placedAt.plus(shipAfter);
        Instant delivered = placedAt.plus(deliverAfter);
        Instant underWay = shipped.plus(Duration.between(shipped, delivered).dividedBy(2));
        List<Event> events = new ArrayList<>();
        events.add(new Event(Stage.PROCESSING, placedAt));
        for (Event next :
                List.of(
                        new Event(Stage.SHIPPED, shipped),
                        new Event(Stage.IN_TRANSIT, underWay),
                        new Event(Stage.DELIVERED, delivered))) {
            if (!next.at().isAfter(now)) {
                events.add(next);
            }
        }
        return events;
    }

    /** The latest station. */
    public Stage stage(Instant placedAt) {
        return events(placedAt).getLast().stage();
    }

    /** The carrier's number for the parcel of an order, the same each time it is asked for. */
    public static String trackingNumber(BookedOrder order) {
        int digits = Math.floorMod((order.shopId() + order.orderId()).hashCode(), 100_000_000);
        return "SF1%011d".formatted(digits);
    }
}
