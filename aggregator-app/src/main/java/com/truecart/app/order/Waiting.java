package com.truecart.app.order;

import com.truecart.app.order.OrderView.Parcel;
import com.truecart.app.order.OrderView.ParcelEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What a shopper who waits for a part should know. */
public sealed interface Waiting {

    /** It should have been there by then. */
    record Late(Instant promised) implements Waiting {}

    /** Nothing has been heard of it since then. */
    record Stuck(Instant lastHeard) implements Waiting {}

    /** It should be there by then. */
    record Expected(Instant promised) implements Waiting {}

    /** Carriers scan a parcel at every stop; four days without one are not a stop. */
    Duration SILENCE = Duration.ofDays(4);

    /**
     * How the waiting stands; empty where nothing is waited for, or nothing was promised and
     * nothing is wrong.
     *
     * @param promised when it should be there at the latest, as promised when it was ordered
     */
    static Optional<Waiting> of(
            SubOrder part, Optional<Instant> promised, List<Parcel> parcels, Instant now) {
        boolean underWay = part.state() instanceof SubOrderState.Shipped;
        if (!underWay && !(part.state() instanceof SubOrderState.Placed)) {
            return Optional.empty();
        }
        if (promised.filter(now::isAfter).isPresent()) {
            return promised.map(Late::new);
        }
        if (underWay) {
            Instant heard =
                    parcels.stream()
                            .flatMap(parcel -> parcel.events().stream())
                            .map(ParcelEvent::at)
                            .filter(at -> !at.isAfter(now))
                            .max(Comparator.naturalOrder())
                            .filter(last -> last.isAfter(part.changedAt()))
                            .orElse(part.changedAt());
            if (heard.plus(SILENCE).isBefore(now)) {
                return Optional.of(new Stuck(heard));
            }
        }
        return promised.map(Expected::new);
    }
}
