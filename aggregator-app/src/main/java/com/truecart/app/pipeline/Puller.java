package com.truecart.app.pipeline;

import com.truecart.app.catalog.CatalogRecorder;
import com.truecart.app.catalog.CatalogRecorder.History;
import com.truecart.app.catalog.CatalogRecorder.Recorded;
import com.truecart.app.connection.PullSource;
import com.truecart.app.connection.Remedies;
import com.truecart.model.Listing;
import com.truecart.model.Promotion;
import com.truecart.spi.Connector;
import com.truecart.spi.Cursor;
import com.truecart.spi.Page;
import com.truecart.spi.PromotionSource;
import com.truecart.spi.Pull;
import com.truecart.spi.UpstreamException;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Asks a connection page by page and records each in one transaction: raw answers, facts, skipped
 * records, counts and the cursor of the next page. No transaction is open while the upstream is
 * asked.
 */
@Component
class Puller {
    private static final Logger LOG = LoggerFactory.getLogger(Puller.class);

    /** Changes alone never show what is gone, so everything is asked for once a day. */
    static final Duration LONGEST_WITHOUT_EVERYTHING = Duration.ofHours(24);

    private final PullSource source;
    private final CatalogRecorder recorder;
    private final PullRuns runs;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final MeterRegistry meters;

    Puller(
            PullSource source,
            CatalogRecorder recorder,
            PullRuns runs,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            MeterRegistry meters) {
        this.source = source;
        this.recorder = recorder;
        this.runs = runs;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.meters = meters;
    }

    /** Pulls the store-wide promotions, where the upstream states any. */
    void pullPromotions(PullRun run) {
        guarded(
                run,
                (connector, snapshots) -> {
                    Optional<PromotionSource> promotions = connector.promotions();
                    if (promotions.isPresent()) {
                        pullPromotions(run, promotions.get(), snapshots);
                    }
                });
    }

    private void pullPromotions(PullRun run, PromotionSource promotions, RawSnapshots snapshots) {
        Pull pull = new Pull.Everything();
        while (true) {
            Page<Promotion> page = promotions.page(pull);
            transaction.executeWithoutResult(_ -> {
                snapshots.keep(jdbc, run);
                runs.quarantine(run, page.skipped());
                recorder.recordPromotions(run.connectionId(), page.entries(), run.startedAt());
                if (page.next() instanceof Page.Done) {
                    recorder.completePromotions(run.connectionId(), run.startedAt());
                }
            });
            switch (page.next()) {
                case Page.More(Cursor at) -> pull = new Pull.Resume(at);
                case Page.Done _ -> {
                    return;
                }
            }
        }
    }

    /** Pulls the listings, from where an interrupted run stopped. */
    void pullListings(PullRun run) {
        guarded(run, (connector, snapshots) -> pullListings(run, connector, snapshots));
    }

    private void pullListings(PullRun run, Connector connector, RawSnapshots snapshots) {
        Pull pull = start(run);
        History history = historyOf(connector);
        while (true) {
            Page<Listing> page = connector.catalog().page(pull);
            PullRun now = transaction.execute(_ -> record(run, page, snapshots, history));
            meters.counter("truecart.pull.listings", "connection", run.connectionId())
                    .increment(page.entries().size());
            meters.counter("truecart.pull.skipped", "connection", run.connectionId())
                    .increment(page.skipped().size());
            LOG.info(
                    "{}: {} listings, page {}{}",
                    run.connectionId(),
                    now.listings(),
                    now.pages(),
                    now.skipped() == 0 ? "" : ", " + now.skipped() + " records skipped");
            switch (page.next()) {
                case Page.More(Cursor at) -> pull = new Pull.Resume(at);
                case Page.Done _ -> {
                    return;
                }
            }
        }
    }

    /** Whether prices of this connector's listings make a history. */
    static History historyOf(Connector connector) {
        return switch (connector.keyStability()) {
            case STABLE, PER_ACCOUNT -> History.KEPT;
            case UNPROVEN -> History.NOT_KEPT;
        };
    }

    private Pull start(PullRun run) {
        if (run.cursor().isPresent()) {
            return new Pull.Resume(new Cursor(run.cursor().get()));
        }
        return run.everything()
                ? new Pull.Everything()
                : runs.watermark(run.connectionId(), LONGEST_WITHOUT_EVERYTHING)
                        .<Pull>map(Pull.Since::new)
                        .orElseGet(Pull.Everything::new);
    }

    private PullRun record(
            PullRun run, Page<Listing> page, RawSnapshots snapshots, History history) {
        snapshots.keep(jdbc, run);
        runs.quarantine(run, page.skipped());
        Recorded recorded = recorder.record(run.connectionId(), run.id(), page.entries(), history);
        return switch (page.next()) {
            case Page.More(Cursor at) ->
                    runs.page(run.id(), recorded, page.skipped().size(), Optional.of(at));
            case Page.Done done -> {
                // a document fetched anew after a restart is younger than what was recorded of it
                // before: nothing seen since the run began is gone
                done.completeAsOf()
                        .map(moment -> moment.isAfter(run.startedAt()) ? run.startedAt() : moment)
                        .ifPresent(moment ->
                                runs.withdrawn(
                                        run.id(), recorder.complete(run.connectionId(), moment)));
                done.watermark().ifPresent(mark -> runs.keepWatermark(run, mark));
                yield runs.page(run.id(), recorded, page.skipped().size(), Optional.empty());
            }
        };
    }

    private interface Work {
        void with(Connector connector, RawSnapshots snapshots);
    }

    /**
     * Runs work with an open connector. What the upstream or the connector does wrong is noted on
     * the run, which then goes on with what it has; what we do wrong is thrown.
     */
    private void guarded(PullRun run, Work work) {
        if (run.failure().isPresent()) {
            return;
        }
        RawSnapshots snapshots = new RawSnapshots();
        try (Connector connector = source.open(run.connectionId(), snapshots)) {
            work.with(connector, snapshots);
        } catch (UpstreamException e) {
            fail(run, String.valueOf(e.getMessage()), e);
        } catch (org.springframework.dao.DataAccessException
                | org.springframework.transaction.TransactionException e) {
            throw e;
        } catch (RuntimeException | LinkageError e) {
            LOG.error("{}: the connector broke", run.connectionId(), e);
            fail(run, "the connector broke: " + e, e);
        }
    }

    private void fail(PullRun run, String failure, Throwable cause) {
        runs.fail(run.id(), failure, Remedies.of(cause));
        LOG.warn("{}: {}", run.connectionId(), failure);
    }
}
