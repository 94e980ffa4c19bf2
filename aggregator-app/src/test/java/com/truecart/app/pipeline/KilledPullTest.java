package com.truecart.app.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.app.TruecartApplication;
import com.truecart.app.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The application as a process of its own, killed in the middle of a pull: the record ends as if it
 * had not been.
 */
class KilledPullTest {
    private static final int DAYS = 8;
    private static final int PRODUCTS = 1000;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir Path folder;

    @Test
    void aKilledPullGoesOnWhereItStoppedAndNothingIsThereTwice() throws Exception {
        Path prices = Files.createDirectory(folder.resolve("prices"));
        for (int day = 0; day < DAYS; day++) {
            Files.writeString(
                    prices.resolve(LocalDate.of(2026, 6, 25).plusDays(day) + ".csv"), day(day));
        }
        List<String> unkilled = record(prices, folder.resolve("calm"), 0);

        List<String> killed = record(prices, folder.resolve("killed"), 2);

        assertThat(unkilled).hasSizeGreaterThan(PRODUCTS);
        assertThat(killed).isEqualTo(unkilled);
    }

    /**
     * Pulls the folder, killed this many times on the way, and gives everything on record but the
     * moments of recording.
     */
    private List<String> record(Path prices, Path home, int kills) throws Exception {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(TestDatabase.freshUrl());
        database.setUser("postgres");
        JdbcClient jdbc = JdbcClient.create(database);
        jdbc.sql(
                        """
                        insert into connection (id, kind, name, settings, created_at)
                        values ('watch', 'pricewatch', '{"en": "Watch"}', jsonb_build_object('prices', :prices), now())
                        """)
                .param("prices", prices.toString())
                .update();
        int seen = 0;
        for (int kill = 0; kill < kills; kill++) {
            Process app = start(database.getUrl(), home);
            try {
                int before = seen;
                await(app, home, () -> pages(jdbc) > before + 2);
                seen = pages(jdbc);
            } finally {
                app.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
            }
            assertThat(state(jdbc)).as("killed in the middle").isEqualTo("running");
        }
        Process app = start(database.getUrl(), home);
        try {
            await(app, home, () -> state(jdbc).equals("succeeded"));
        } finally {
            app.destroy();
            app.waitFor(20, TimeUnit.SECONDS);
            app.destroyForcibly();
        }
        assertThat(jdbc.sql("select count(*) from pull_run").query(Long.class).single())
                .isEqualTo(1);
        List<String> record = new ArrayList<>();
        record.addAll(
                jdbc.sql(
                                """
                                select 'listing ' || l.upstream_id || ' ' || l.product_id || ' ' || o.seller_id || ' ' || o.price
                                    || ' ' || o.last_seen_at || ' ' || o.promotions
                                from listing l join offer o on o.listing_id = l.id order by l.upstream_id, o.seller_id
                                """)
                        .query(String.class)
                        .list());
        record.addAll(
                jdbc.sql(
                                """
                                select 'observation ' || l.upstream_id || ' ' || p.seller_id || ' ' || p.seen_at || ' ' || p.price
                                from price_observation p join offer o on o.id = p.offer_id join listing l on l.id = o.listing_id
                                order by l.upstream_id, p.seller_id, p.seen_at
                                """)
                        .query(String.class)
                        .list());
        record.addAll(
                jdbc.sql(
                                "select listings || ' listings, ' || offers || ' offers, ' || pages from pull_run")
                        .query(String.class)
                        .list());
        record.add(
                "pending "
                        + jdbc.sql("select count(*) from index_pending")
                                .query(Long.class)
                                .single());
        return record;
    }

    private static int pages(JdbcClient jdbc) {
        return jdbc.sql("select coalesce(max(pages), 0) from pull_run")
                .query(Integer.class)
                .single();
    }

    private static String state(JdbcClient jdbc) {
        return jdbc.sql("select coalesce(max(state), 'none') from pull_run")
                .query(String.class)
                .single();
    }

    private static Process start(String url, Path home) throws IOException {
        Files.createDirectories(home);
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        TruecartApplication.class.getName(),
                        "--server.port=0",
                        "--truecart.data-folder=" + home,
                        "--truecart.demo.enabled=false",
                        "--spring.datasource.url=" + url,
                        "--spring.datasource.username=postgres")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(home.resolve("log").toFile()))
                .start();
    }

    private static void await(Process app, Path home, BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (!app.isAlive() || System.nanoTime() > end) {
                throw new AssertionError("the application did not get there:\n" + log(home));
            }
            LockSupport.parkNanos(5_000_000);
        }
    }

    private static String log(Path home) {
        try {
            return Files.readString(home.resolve("log"), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String day(int day) {
        StringBuilder csv =
                new StringBuilder(
                        "Category 1,Category 2,Category 3,Product Code,Brand,Product Name,Supermarket Code,Price,Offers\n");
        for (int product = 0; product < PRODUCTS; product++) {
            csv.append(
                    "Sauces,Soy,Light,P%09d,Pearl,SAUCE NO %d,WELLCOME,%d.90,\n"
                            .formatted(product, product, 10 + (product + day) % 7));
        }
        return csv.toString();
    }
}
