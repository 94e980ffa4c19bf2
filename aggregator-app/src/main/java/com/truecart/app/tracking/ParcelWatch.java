package com.truecart.app.tracking;

import com.truecart.app.order.ChangedParts;
import com.truecart.app.order.Orders;
import com.truecart.app.order.Parcels;
import com.truecart.app.order.Parcels.UnderWay;
import com.truecart.app.tracking.Carriers.Named;
import com.truecart.app.web.Deliveries;
import com.truecart.carrier.Scan;
import com.truecart.carrier.Stage;
import com.truecart.carrier.Waybill;
import com.truecart.spi.UpstreamException;
import com.truecart.spi.UpstreamOrder.Event;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/**
 * Keeps the events of parcels. A carrier's word never moves an order: where it says delivered, the
 * store is asked.
 */
@Service
class ParcelWatch {
    private static final Duration FOLLOWED = Duration.ofHours(12);
    private static final Duration NOT_FOLLOWED = Duration.ofHours(1);
    private static final Duration AFTER_A_FAILURE = Duration.ofMinutes(30);
    private static final int AT_ONCE = 50;
    private static final Logger LOG = LoggerFactory.getLogger(ParcelWatch.class);

    private final Carriers carriers;
    private final Parcels parcels;
    private final ChangedParts parts;
    private final Orders orders;
    private final Clock clock;
    private final Deliveries deliveries;

    ParcelWatch(
            Carriers carriers,
            Parcels parcels,
            ChangedParts parts,
            Orders orders,
            Clock clock,
            Deliveries deliveries) {
        this.carriers = carriers;
        this.parcels = parcels;
        this.parts = parts;
        this.orders = orders;
        this.clock = clock;
        this.deliveries = deliveries;
    }

    /** Asks about the parcels that are due. */
    @Scheduled(fixedDelay = 10_000)
    void ask() {
        if (carriers.none()) {
            return;
        }
        Instant now = clock.instant();
        parcels.forgetEnded(now);
        for (UnderWay parcel : parcels.due(now, AT_ONCE)) {
            try {
                ask(parcel);
            } catch (RuntimeException e) {
                // one that cannot be read must not keep the others from being asked about
                LOG.error("A parcel of part {} could not be followed", parcel.part(), e);
                parcels.askAgain(
                        parcel,
                        Optional.of(clock.instant().plus(AFTER_A_FAILURE)),
                        parcel.followed());
            }
        }
    }

    private void ask(UnderWay parcel) {
        Waybill waybill =
                new Waybill(
                        parcel.number(),
                        parcel.carrier(),
                        Waybill.tailOf(parts.recipient(parcel.part()).phone()));
        Optional<Named> service = carriers.covering(waybill);
        if (service.isEmpty()) {
            parcels.askAgain(parcel, Optional.empty(), false);
            return;
        }
        boolean followed = parcel.followed();
        try {
            followed = followed || followed(service.get(), waybill);
            List<Scan> scans = service.get().service().look(waybill);
            keep(parcel, service.get().name(), scans);
            Duration pause = followed ? FOLLOWED : NOT_FOLLOWED;
            parcels.askAgain(
                    parcel,
                    hasEnded(scans) ? Optional.empty() : Optional.of(clock.instant().plus(pause)),
                    followed);
        } catch (UpstreamException e) {
            LOG.warn("{} about {}: {}", service.get().name(), waybill, e.getMessage());
            parcels.askAgain(parcel, Optional.of(clock.instant().plus(AFTER_A_FAILURE)), followed);
        }
    }

    /**
     * Where nobody can reach us, nobody can tell us; where the service does not want to, it is
     * asked all the same.
     */
    private boolean followed(Named service, Waybill waybill) {
        Optional<URI> callback = deliveries.publicAddress("/hooks/carriers/" + service.name());
        if (callback.isEmpty()) {
            return false;
        }
        try {
            service.service().follow(waybill, callback.get());
            return true;
        } catch (UpstreamException.Refused refused) {
            LOG.warn("{} does not follow {}: {}", service.name(), waybill, refused.getMessage());
            return false;
        }
    }

    /**
     * What a service told of a parcel by itself.
     *
     * @param number of the parcel; one we do not know is passed over
     */
    void told(String service, String number, List<Scan> scans) {
        for (UnderWay parcel : parcels.numbered(number)) {
            keep(parcel, service, scans);
        }
    }

    private void keep(UnderWay parcel, String service, List<Scan> scans) {
        int news =
                parcels.said(
                        parcel,
                        service,
                        scans.stream()
                                .map(scan ->
                                        new Event(
                                                scan.at(),
                                                scan.stage().name().toLowerCase(Locale.ROOT),
                                                scan.text()))
                                .toList());
        if (news > 0 && scans.stream().anyMatch(scan -> scan.stage() == Stage.UNMAPPED)) {
            // the words themselves may name people and telephones
            LOG.warn(
                    "{} says of a parcel of part {} what we cannot place; its page has the words",
                    service,
                    parcel.part());
        }
        if (scans.stream().anyMatch(scan -> scan.stage() == Stage.DELIVERED)) {
            orders.looksAt(parcel.order());
        }
    }

    private static boolean hasEnded(List<Scan> scans) {
        return !scans.isEmpty()
                && (scans.getLast().stage() == Stage.DELIVERED
                        || scans.getLast().stage() == Stage.RETURNED);
    }
}
