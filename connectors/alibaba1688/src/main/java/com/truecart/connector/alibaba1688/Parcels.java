package com.truecart.connector.alibaba1688;

import com.truecart.kit.Json;
import com.truecart.kit.PlainText;
import com.truecart.kit.china.ShanghaiTime;
import com.truecart.spi.UpstreamOrder.Event;
import com.truecart.spi.UpstreamOrder.Parcel;
import com.truecart.spi.UpstreamOrder.Status;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Where an order and its parcels stand, in our words. Pure. */
final class Parcels {
    private static final int WORDS = 300;

    private Parcels() {}

    /**
     * An order waits for payment, then for the seller, then for the buyer to receive it. A word we
     * do not know is neither success nor failure.
     */
    static Status status(String word) {
        return switch (word) {
            case "waitbuyerpay", "waitsellersend" -> Status.ACCEPTED;
            case "waitbuyerreceive" -> Status.SHIPPED;
            case "confirm_goods", "success" -> Status.DELIVERED;
            case "cancel", "terminated" -> Status.CANCELLED;
            default -> Status.UNRECOGNISED;
        };
    }

    /**
     * Each parcel with its steps.
     *
     * @param logistics who carries what
     * @param traces the steps, by the same logisticsId
     */
    static List<Parcel> of(List<Json> logistics, List<Json> traces) {
        return logistics.stream()
                .filter(one -> !one.optionalText("status").orElse("").equals("CANCEL"))
                .map(one ->
                        new Parcel(
                                one.optionalText("logisticsCompanyName"),
                                one.optionalText("logisticsBillNo"),
                                Optional.empty(),
                                events(one, traces)))
                .toList();
    }

    private static List<Event> events(Json parcel, List<Json> traces) {
        return traces.stream()
                .filter(trace -> isOf(parcel, trace))
                .flatMap(trace -> trace.optionalList("logisticsSteps").stream())
                .flatMap(step -> event(step).stream())
                .sorted(Comparator.comparing(Event::at))
                .toList();
    }

    private static boolean isOf(Json parcel, Json trace) {
        return parcel.text("logisticsId").equals(trace.optionalText("logisticsId").orElse(""));
    }

    /** A step whose time cannot be read tells nothing. */
    private static Optional<Event> event(Json step) {
        Optional<Instant> at = step.optionalText("acceptTime").flatMap(ShanghaiTime::parse);
        return at.map(moment ->
                new Event(
                        moment,
                        "logistics",
                        PlainText.of(step.optionalText("remark").orElse(""), WORDS)));
    }
}
