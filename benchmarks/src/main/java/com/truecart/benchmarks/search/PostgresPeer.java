package com.truecart.benchmarks.search;

import com.truecart.search.ProductDocument;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Iterator;
import java.util.function.BiFunction;

/**
 * PostgreSQL with the same offers: full text in a GIN index, filters and facets in one statement on
 * one connection without parallel workers, so that one process does all the work.
 */
final class PostgresPeer implements AutoCloseable {

    private static final String TABLES =
            """
            create table product (
                number integer not null,
                id text collate "C" not null,
                sales_rank bigint,
                standing integer not null,
                brand_key text not null,
                categories text[] not null,
                words tsvector not null
            );
            create table offer (
                product integer not null,
                store text not null,
                price bigint not null,
                discount bigint not null,
                in_stock boolean not null,
                promotion boolean not null,
                id text not null
            )
            """;
    private static final String INDEXES =
            """
            alter table product add primary key (number);
            create index on product using gin (words) with (fastupdate = off);
            create index on offer (product)
                include (store, price, discount, in_stock, promotion, id)
            """;

    private final EmbeddedPostgres postgres;
    private final Connection connection;
    private final ProcessHandle process;

    private PostgresPeer(EmbeddedPostgres postgres) throws SQLException {
        this.postgres = postgres;
        this.connection = postgres.getPostgresDatabase().getConnection();
        try (Statement statement = connection.createStatement();
                ResultSet pid = statement.executeQuery("select pg_backend_pid()")) {
            pid.next();
            this.process = ProcessHandle.of(pid.getLong(1)).orElseThrow();
        }
    }

    /** Starts one and loads it with the offers. */
    static PostgresPeer with(GeneratedOffers offers) {
        try {
            PostgresPeer peer =
                    new PostgresPeer(
                            EmbeddedPostgres.builder()
                                    .setServerConfig("shared_buffers", "1GB")
                                    .setServerConfig("work_mem", "256MB")
                                    .setServerConfig("maintenance_work_mem", "512MB")
                                    .setServerConfig("max_parallel_workers_per_gather", "0")
                                    .setServerConfig("jit", "off")
                                    .start());
            peer.execute(TABLES);
            peer.copy("product", offers, PostgresRows::product);
            peer.copy("offer", offers, PostgresRows::offers);
            peer.execute(INDEXES);
            peer.execute("vacuum analyze product");
            peer.execute("vacuum analyze offer");
            return peer;
        } catch (IOException e) {
            throw new UncheckedIOException("starting PostgreSQL", e);
        } catch (SQLException e) {
            throw new IllegalStateException("loading PostgreSQL", e);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Through a file the server reads itself. */
    private void copy(
            String table, GeneratedOffers offers, BiFunction<Integer, ProductDocument, String> line)
            throws IOException, SQLException {
        Path file = Files.createTempFile(table, ".copy");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            Iterator<ProductDocument> all = offers.all(0).iterator();
            for (int number = 0; all.hasNext(); number++) {
                out.write(line.apply(number, all.next()));
            }
        }
        execute("copy " + table + " from '" + file + "'");
        Files.delete(file);
    }

    ProcessHandle process() {
        return process;
    }

    /** Asks, reads the whole answer, and tells how many hits there are. */
    long total(PostgresQuestion question) {
        try (PreparedStatement statement = connection.prepareStatement(question.sql())) {
            for (int i = 0; i < question.values().size(); i++) {
                statement.setObject(i + 1, question.values().get(i));
            }
            try (ResultSet answer = statement.executeQuery()) {
                answer.next();
                return answer.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("asking PostgreSQL " + question, e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException("stopping PostgreSQL", e);
        } catch (SQLException e) {
            throw new IllegalStateException("stopping PostgreSQL", e);
        }
    }
}
