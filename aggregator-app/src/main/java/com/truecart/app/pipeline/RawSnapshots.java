package com.truecart.app.pipeline;

import com.truecart.app.connection.Snapshots;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.zip.GZIPOutputStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Collects what a pull is answered until the page made of it is recorded, and keeps both in one
 * transaction.
 */
final class RawSnapshots implements Snapshots {
    /** Larger answers leave their digest on record, not their content. */
    private static final long MOST_KEPT = 16L << 20;

    private record Seen(String source, Instant at, String sha256, Content content) {}

    private final List<Seen> waiting = new ArrayList<>();

    @Override
    public synchronized void seen(String source, Instant at, String sha256, Content content) {
        waiting.add(new Seen(source, at, sha256, content));
    }

    /**
     * Writes what was seen since the last time; the same content of the same source is kept once.
     */
    synchronized void keep(JdbcClient jdbc, PullRun run) {
        keep(jdbc, run.connectionId(), OptionalLong.of(run.id()));
    }

    /** The same; without a run where a single listing was looked up between two. */
    synchronized void keep(JdbcClient jdbc, String connectionId, OptionalLong run) {
        for (Seen one : waiting) {
            try {
                long size = one.content().size();
                jdbc.sql(
                                """
                                insert into raw_snapshot (connection_id, run_id, source, fetched_at, sha256, size, content)
                                values (:connection, :run, :source, :at, decode(:sha256, 'hex'), :size, :content)
                                on conflict (connection_id, source, sha256) do nothing
                                """)
                        .param("connection", connectionId)
                        .param("run", run.isPresent() ? run.getAsLong() : null, Types.BIGINT)
                        .param("source", one.source())
                        .param("at", OffsetDateTime.ofInstant(one.at(), ZoneOffset.UTC))
                        .param("sha256", one.sha256())
                        .param("size", size)
                        .param(
                                "content",
                                size > MOST_KEPT ? null : zipped(one.content()),
                                Types.BINARY)
                        .update();
            } catch (IOException e) {
                throw new UncheckedIOException(
                        "could not keep what " + one.source() + " answered", e);
            }
        }
        waiting.clear();
    }

    private static byte[] zipped(Content content) throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (InputStream in = content.open();
                GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            in.transferTo(out);
        }
        return zipped.toByteArray();
    }
}
