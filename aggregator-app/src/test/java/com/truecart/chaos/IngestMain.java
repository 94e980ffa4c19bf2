package com.truecart.chaos;

import com.truecart.search.lucene.LuceneOffers;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code bin/bench ingest [PRODUCTS]}: a store's feed from its pages to what a search finds,
 * through the whole application with its record in PostgreSQL, then the same with all prices
 * changed; beside the bare loading of the same products, ready-made, into an index.
 */
public final class IngestMain {
    private static final String STORE = "feed";
    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final FeedStore store;
    private final int products;
    private final AppProcess app;
    private final KillableDatabase database;
    private final HttpClient http;

    private IngestMain(
            FeedStore store,
            int products,
            AppProcess app,
            KillableDatabase database,
            HttpClient http) {
        this.store = store;
        this.products = products;
        this.app = app;
        this.database = database;
        this.http = http;
    }

    /** Runs it. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int products = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        Path folder = Files.createTempDirectory("ingest");
        try (FeedStore store = new FeedStore(products);
                KillableDatabase database = new KillableDatabase(folder.resolve("postgres"));
                HttpClient http =
                        HttpClient.newBuilder()
                                .executor(Executors.newVirtualThreadPerTaskExecutor())
                                .build();
                AppProcess app = AppProcess.asShipped(folder, database, http)) {
            app.awaitReady();
            new IngestMain(store, products, app, database, http).run(folder);
        }
        System.exit(0);
    }

    private void run(Path folder) throws IOException, InterruptedException {
        JdbcClient record = database.client();
        double bare = bare(folder);
        tell(
                "new",
                bare,
                () ->
                        Connected.to(
                                STORE,
                                "feed",
                                Map.of(
                                        "products",
                                        store.products().toString(),
                                        "shop_name",
                                        "Feed"),
                                "HKD",
                                record),
                "");
        store.raisePrices();
        tell("with new prices", bare, this::pull, "&min=" + FeedStore.RISE / 100);
    }

    /** Offers a second of CPU into an index alone. */
    private double bare(Path folder) {
        try (LuceneOffers index = LuceneOffers.openEmpty(folder.resolve("bare"))) {
            long count = store.documents().count();
            Duration before = cpu(ProcessHandle.current());
            index.rebuild(store.documents());
            double rate = count / seconds(cpu(ProcessHandle.current()).minus(before));
            System.out.printf(
                    Locale.ROOT,
                    "%,d products put bare into an index: %,.0f a CPU second%n",
                    products,
                    rate);
            return rate;
        }
    }

    private interface Start {
        void begin() throws IOException, InterruptedException;
    }

    private void tell(String which, double bare, Start start, String filter)
            throws IOException, InterruptedException {
        Duration application = app.processorTime();
        Duration postgres = database.processorTime();
        long begun = System.nanoTime();
        start.begin();
        awaitFound(filter);
        double clock = (System.nanoTime() - begun) / 1e9;
        double ours = seconds(app.processorTime().minus(application));
        double theirs = seconds(database.processorTime().minus(postgres));
        System.out.printf(
                Locale.ROOT,
                "%,d products %s, from the feed to what is found: %.1f s, %,.0f a CPU second of the"
                        + " application (%.1f s) and its PostgreSQL (%.1f s) together, %.2f of the"
                        + " bare rate%n",
                products,
                which,
                clock,
                products / (ours + theirs),
                ours,
                theirs,
                products / (ours + theirs) / bare);
    }

    private void pull() throws IOException, InterruptedException {
        HttpResponse<String> answer =
                http.send(
                        HttpRequest.newBuilder(app.at("/api/v1/connections/" + STORE + "/pulls"))
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 202) {
            throw new IllegalStateException("no pull: " + answer.statusCode() + answer.body());
        }
    }

    private void awaitFound(String filter) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (found(filter) != products) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("waited in vain for " + PATIENCE);
            }
            LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
        }
    }

    private long found(String filter) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                http.send(
                        HttpRequest.newBuilder(app.at("/api/v1/search?q=" + filter)).build(),
                        HttpResponse.BodyHandlers.ofString());
        return JSON.readTree(answer.body()).path("total").asLong(0);
    }

    private static Duration cpu(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1e3;
    }
}
