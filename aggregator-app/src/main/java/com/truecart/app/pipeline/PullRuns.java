package com.truecart.app.pipeline;

import com.truecart.app.catalog.CatalogRecorder.Recorded;
import com.truecart.spi.Cursor;
import com.truecart.spi.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code pull_run}, {@code pull_watermark} and {@code quarantine}. */
@Repository
public class PullRuns {
    private static final String COLUMNS = "select * from pull_run ";

    /** A broken feed is pulled again and again; its broken records are kept for so many runs. */
    static final int RUNS_WITH_QUARANTINE = 20;

    private final JdbcClient jdbc;
    private final Clock clock;

    PullRuns(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Begins a run; empty where the connection is being pulled already. */
    Optional<PullRun> begin(
            String connectionId, PullRun.Trigger trigger, int owner, boolean everything) {
        return jdbc.sql(
                        """
                        insert into pull_run (connection_id, trigger, owner, state, phase, everything, started_at,
                            last_progress_at)
                        values (:connection, :trigger, :owner, 'running', 'waiting', :everything, :now, :now)
                        on conflict do nothing
                        returning *
                        """)
                .param("connection", connectionId)
                .param("trigger", trigger.name().toLowerCase(Locale.ROOT))
                .param("owner", owner)
                .param("everything", everything)
                .param("now", now())
                .query((row, _) -> run(row))
                .optional();
    }

    public Optional<PullRun> find(long id) {
        return jdbc.sql(COLUMNS + "where id = :id")
                .param("id", id)
                .query((row, _) -> run(row))
                .optional();
    }

    /** The newest runs, of one connection or of all, at most this many. */
    public List<PullRun> newest(Optional<String> connectionId, int most) {
        return jdbc.sql(
                        COLUMNS
                                + "where :connection::text is null or connection_id = :connection"
                                + " order by id desc limit :most")
                .param("connection", connectionId.orElse(null), java.sql.Types.VARCHAR)
                .param("most", most)
                .query((row, _) -> run(row))
                .list();
    }

    /** The newest run of every connection that was ever pulled. */
    public Map<String, PullRun> newestByConnection() {
        Map<String, PullRun> newest = new HashMap<>();
        jdbc.sql(
                        "select distinct on (connection_id) * from pull_run order by connection_id, id desc")
                .query(row -> {
                    PullRun run = run(row);
                    newest.put(run.connectionId(), run);
                });
        return newest;
    }

    /** The newest run that succeeded, of every connection that has one. */
    Map<String, PullRun> newestSuccesses() {
        Map<String, PullRun> newest = new HashMap<>();
        jdbc.sql(
                        """
                        select r.* from connection c cross join lateral (
                            select * from pull_run where connection_id = c.id and state = 'succeeded'
                            order by id desc limit 1) r
                        """)
                .query(row -> {
                    PullRun run = run(row);
                    newest.put(run.connectionId(), run);
                });
        return newest;
    }

    /**
     * Connections of which a change could not be read since everything was last pulled: which
     * listing it was about is not always told, so what was not named may have changed.
     */
    Set<String> withSkippedChanges() {
        return Set.copyOf(
                jdbc.sql(
                                """
                                select c.id from connection c where exists (
                                    select from pull_run r where r.connection_id = c.id and not r.everything and r.skipped > 0
                                        and r.id > coalesce((select max(f.id) from pull_run f where f.connection_id = c.id
                                            and f.everything and f.state = 'succeeded'), 0))
                                """)
                        .query(String.class)
                        .list());
    }

    Optional<PullRun> running(String connectionId) {
        return jdbc.sql(COLUMNS + "where connection_id = :connection and state = 'running'")
                .param("connection", connectionId)
                .query((row, _) -> run(row))
                .optional();
    }

    /** Runs under way by process. */
    List<Owned> runningOwned() {
        return jdbc.sql(COLUMNS + "where state = 'running' order by id")
                .query((row, _) -> new Owned(row.getInt("owner"), run(row)))
                .list();
    }

    /** A run and the process that pulls it. */
    record Owned(int owner, PullRun run) {}

    void adopt(long id, int owner) {
        jdbc.sql("update pull_run set owner = :owner where id = :id")
                .param("owner", owner)
                .param("id", id)
                .update();
    }

    void phase(long id, String phase) {
        jdbc.sql("update pull_run set phase = :phase, last_progress_at = :now where id = :id")
                .param("phase", phase)
                .param("now", now())
                .param("id", id)
                .update();
    }

    /**
     * Counts a page, and keeps where the next one starts; an absent cursor says it was the last.
     */
    PullRun page(long id, Recorded recorded, int skipped, Optional<Cursor> next) {
        return jdbc.sql(
                        """
                        update pull_run set pages = pages + 1, listings = listings + :listings, offers = offers + :offers,
                            observations = observations + :observations, changed = changed + :changed,
                            skipped = skipped + :skipped, cursor = :cursor, last_progress_at = :now
                        where id = :id returning *
                        """)
                .param("listings", recorded.listings())
                .param("offers", recorded.offers())
                .param("observations", recorded.observations())
                .param("changed", recorded.changed())
                .param("skipped", skipped)
                .param("cursor", next.map(Cursor::token).orElse(null), java.sql.Types.VARCHAR)
                .param("now", now())
                .param("id", id)
                .query((row, _) -> run(row))
                .single();
    }

    void withdrawn(long id, int offers) {
        jdbc.sql("update pull_run set withdrawn = withdrawn + :offers where id = :id")
                .param("offers", offers)
                .param("id", id)
                .update();
    }

    /** Notes why a run cannot go on; it ends as failed once what it has is matched and indexed. */
    void fail(long id, String failure, String remedy) {
        jdbc.sql("update pull_run set failure = :failure, remedy = :remedy where id = :id")
                .param("failure", storable(failure))
                .param("remedy", remedy)
                .param("id", id)
                .update();
    }

    /** Ends a run, and lets go of what the connection's oldest runs could not use. */
    PullRun end(long id) {
        jdbc.sql(
                        """
                        delete from quarantine where connection_id = (select connection_id from pull_run where id = :id)
                            and run_id < (select min(id) from (
                                select n.id from pull_run n join pull_run ended using (connection_id)
                                where ended.id = :id order by n.id desc limit :kept) newest)
                        """)
                .param("id", id)
                .param("kept", RUNS_WITH_QUARANTINE)
                .update();
        return jdbc.sql(
                        """
                        update pull_run set state = case when failure is null then 'succeeded' else 'failed' end,
                            phase = 'done', ended_at = :now, last_progress_at = :now
                        where id = :id returning *
                        """)
                .param("now", now())
                .param("id", id)
                .query((row, _) -> run(row))
                .single();
    }

    void quarantine(PullRun run, List<Page.Skipped> skipped) {
        for (Page.Skipped one : skipped) {
            jdbc.sql(
                            """
                            insert into quarantine (connection_id, run_id, upstream_ref, field, reason, excerpt, at)
                            values (:connection, :run, :ref, :field, :reason, :excerpt, :now)
                            on conflict do nothing
                            """)
                    .param("connection", run.connectionId())
                    .param("run", run.id())
                    .param("ref", storable(one.upstreamRef()))
                    .param("field", storable(one.field()))
                    .param("reason", storable(one.reason()))
                    .param("excerpt", storable(one.excerpt()))
                    .param("now", now())
                    .update();
        }
    }

    /** The records one run could not use, in the order they were met. */
    public List<QuarantinedRecord> quarantined(long runId, int offset, int most) {
        return jdbc.sql(
                        """
                        select run_id, upstream_ref, field, reason, excerpt, at from quarantine
                        where run_id = :run order by id offset :offset limit :most
                        """)
                .param("run", runId)
                .param("offset", offset)
                .param("most", most)
                .query((row, _) ->
                        new QuarantinedRecord(
                                row.getLong("run_id"),
                                row.getString("upstream_ref"),
                                row.getString("field"),
                                row.getString("reason"),
                                row.getString("excerpt"),
                                moment(row, "at")))
                .list();
    }

    /**
     * Where a pull of changes may start: the watermark, if everything was pulled not longer ago
     * than this.
     */
    Optional<Cursor> watermark(String connectionId, Duration longestWithoutEverything) {
        return jdbc.sql(
                        """
                        select watermark from pull_watermark
                        where connection_id = :connection and everything_at > :since
                        """)
                .param("connection", connectionId)
                .param(
                        "since",
                        OffsetDateTime.ofInstant(
                                clock.instant().minus(longestWithoutEverything), ZoneOffset.UTC))
                .query(String.class)
                .optional()
                .map(Cursor::new);
    }

    void keepWatermark(PullRun run, Cursor watermark) {
        jdbc.sql(
                        """
                        insert into pull_watermark (connection_id, watermark, everything_at)
                        values (:connection, :watermark, :started)
                        on conflict (connection_id) do update set watermark = excluded.watermark,
                            everything_at = case when :everything then excluded.everything_at
                                else pull_watermark.everything_at end
                        """)
                .param("connection", run.connectionId())
                .param("watermark", watermark.token())
                .param("started", OffsetDateTime.ofInstant(run.startedAt(), ZoneOffset.UTC))
                .param("everything", run.everything())
                .update();
    }

    /** When the connection was last pulled with success before this run began. */
    Optional<Instant> lastSuccess(PullRun before) {
        return jdbc.sql(
                        """
                        select max(started_at) as at from pull_run
                        where connection_id = :connection and state = 'succeeded' and id < :id
                        """)
                .param("connection", before.connectionId())
                .param("id", before.id())
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    /** PostgreSQL keeps no zero characters in texts; a broken feed may hold some. */
    private static String storable(String text) {
        return text.replace("\0", "\uFFFD");
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static PullRun run(ResultSet row) throws SQLException {
        return new PullRun(
                row.getLong("id"),
                row.getString("connection_id"),
                PullRun.Trigger.valueOf(row.getString("trigger").toUpperCase(Locale.ROOT)),
                PullRun.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getString("phase"),
                row.getBoolean("everything"),
                moment(row, "started_at"),
                Optional.ofNullable(row.getObject("ended_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                moment(row, "last_progress_at"),
                Optional.ofNullable(row.getString("cursor")),
                row.getInt("pages"),
                row.getInt("listings"),
                row.getInt("offers"),
                row.getInt("observations"),
                row.getInt("changed"),
                row.getInt("skipped"),
                row.getInt("withdrawn"),
                Optional.ofNullable(row.getString("failure")),
                Optional.ofNullable(row.getString("remedy")));
    }
}
