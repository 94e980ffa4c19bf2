package com.truecart.app.pipeline;

import com.truecart.app.catalog.Asked;
import com.truecart.app.catalog.Asked.Reason;
import com.truecart.app.catalog.CatalogRecorder;
import com.truecart.app.catalog.OfferFacts;
import com.truecart.app.connection.LookupSource;
import com.truecart.app.connection.NoRoomException;
import com.truecart.model.Listing;
import com.truecart.model.Money;
import com.truecart.model.Offer;
import com.truecart.spi.Connector;
import com.truecart.spi.ListingLookup;
import com.truecart.spi.UpstreamException;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Asks a store for one listing anew and records the answer as a pull would: raw answer, facts and
 * observation in one transaction, and the product waits for the index. No transaction is open while
 * the store is asked.
 */
@Component
class ListingLookups {
    private static final Logger LOG = LoggerFactory.getLogger(ListingLookups.class);

    private static final Duration KEPT = Duration.ofDays(7);

    private final LookupSource source;
    private final CatalogRecorder recorder;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final MeterRegistry meters;
    private final Clock clock;

    ListingLookups(
            LookupSource source,
            CatalogRecorder recorder,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            MeterRegistry meters,
            Clock clock) {
        this.source = source;
        this.recorder = recorder;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.meters = meters;
        this.clock = clock;
    }

    /** What became of it; never {@link Asked.Waiting}, however long it takes. */
    Asked ask(OfferFacts offer) {
        Asked outcome = outcome(offer);
        meters.counter(
                        "truecart.lookups",
                        "connection",
                        offer.store().connectionId(),
                        "outcome",
                        outcome.getClass().getSimpleName())
                .increment();
        return outcome;
    }

    private Asked outcome(OfferFacts offer) {
        String connectionId = offer.store().connectionId();
        RawSnapshots snapshots = new RawSnapshots();
        try (Connector connector = source.openAtOnce(connectionId, snapshots)) {
            ListingLookup lookup = connector.lookup().orElseThrow();
            Optional<Listing> listing = lookup.now(offer.upstreamId());
            if (listing.filter(found -> !found.upstreamId().equals(offer.upstreamId()))
                    .isPresent()) {
                LOG.error(
                        "{}: asked for {}, told of another listing",
                        connectionId,
                        offer.upstreamId());
                return new Asked.Failed(Reason.UNUSABLE, clock.instant());
            }
            transaction.executeWithoutResult(_ -> {
                snapshots.keep(jdbc, connectionId, OptionalLong.empty());
                listing.ifPresent(found ->
                        recorder.recordLookup(connectionId, found, Puller.historyOf(connector)));
            });
            return listing.flatMap(found -> answered(offer, found))
                    .orElseGet(() -> new Asked.NoLongerListed(clock.instant()));
        } catch (NoRoomException e) {
            return new Asked.NoRoom(clock.instant());
        } catch (UpstreamException e) {
            LOG.info(
                    "{}: asked for {} anew in vain: {}",
                    connectionId,
                    offer.upstreamId(),
                    e.getMessage());
            return new Asked.Failed(reason(e), clock.instant());
        } catch (org.springframework.dao.DataAccessException | TransactionException e) {
            LOG.error("{}: a price that was asked anew is not recorded", connectionId, e);
            return new Asked.Failed(Reason.OURS, clock.instant());
        } catch (RuntimeException | LinkageError e) {
            LOG.error("{}: the connector broke", connectionId, e);
            return new Asked.Failed(Reason.UNUSABLE, clock.instant());
        }
    }

    /** What single listings were answered with is evidence for a while, and there is much of it. */
    @Scheduled(initialDelay = 1, fixedDelay = 24, timeUnit = TimeUnit.HOURS)
    void forgetOldAnswers() {
        jdbc.sql("delete from raw_snapshot where run_id is null and fetched_at < :before")
                .param("before", clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Optional<Asked> answered(OfferFacts offer, Listing listing) {
        return listing.offers().stream()
                .filter(found -> found.seller().id().equals(offer.store().sellerId()))
                .map(Offer::price)
                .findFirst()
                .map((Money price) -> new Asked.Answered(offer.price(), price, listing.seenAt()));
    }

    private static Reason reason(UpstreamException failure) {
        return switch (failure) {
            case UpstreamException.Unavailable _, UpstreamException.Unanswered _ ->
                    Reason.UNREACHABLE;
            case UpstreamException.Throttled _ -> Reason.TOO_OFTEN;
            case UpstreamException.Misconfigured _,
                    UpstreamException.Refused _,
                    UpstreamException.Drifted _ ->
                    Reason.UNUSABLE;
        };
    }
}
