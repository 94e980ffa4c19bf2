package com.truecart.chaos;

import com.truecart.chaos.Shopper.Agreed;
import com.truecart.spi.Terms.DoubtClass;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * {@code bin/bench checkout [ORDERS] [CLIENTS]}: orders of three stores, agreed to and placed, each
 * step committed before the next, beside the commits the same PostgreSQL reaches alone in the same
 * run, in turns.
 */
public final class CheckoutMain {
    private static final int WARM_UP = 3;
    private static final int ROUNDS = 4;
    private static final int STORES = 3;
    private static final Duration ALONE = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final JdbcClient record;
    private final HttpClient http;
    private final AppProcess app;
    private final int clients;

    private CheckoutMain(JdbcClient record, HttpClient http, AppProcess app, int clients) {
        this.record = record;
        this.http = http;
        this.app = app;
        this.clients = clients;
    }

    /** What one round came to. */
    private record Round(int orders, double seconds, long commits, double processorSeconds) {
        double rate() {
            return orders / seconds;
        }

        double commitsAnOrder() {
            return commits / (double) orders;
        }
    }

    /** Runs it. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int orders = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 400;
        int clients = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 24;
        Path folder = Files.createTempDirectory("checkouts");
        List<UnfairShop> shops = new ArrayList<>();
        try (KillableDatabase database = new KillableDatabase(folder.resolve("postgres"));
                HttpClient http =
                        HttpClient.newBuilder()
                                .executor(Executors.newVirtualThreadPerTaskExecutor())
                                .build();
                AppProcess app = AppProcess.asShipped(folder, database, http)) {
            app.awaitReady();
            JdbcClient record = database.client();
            for (int i = 1; i <= STORES; i++) {
                UnfairShop shop = new UnfairShop("shop-" + i, DoubtClass.KEY, i);
                shop.becomeFair();
                // what has arrived is asked about no more
                shop.deliversAfter(Duration.ZERO);
                shops.add(shop);
                Connected.to(shop, ChaosConnector.CURRENCY, record);
            }
            CommitRate alone = new CommitRate(database.port(), record);
            new CheckoutMain(record, http, app, clients).run(orders, alone);
        } finally {
            shops.forEach(UnfairShop::close);
        }
        System.exit(0);
    }

    private void run(int orders, CommitRate alone) throws IOException, InterruptedException {
        await(() -> Connected.articles(record, Shelf.ARTICLES).size() == STORES);
        for (int i = 0; i < WARM_UP; i++) {
            round(orders);
        }
        List<Round> rounds = new ArrayList<>();
        List<Double> rates = new ArrayList<>();
        rates.add(alone.measure(clients, ALONE));
        for (int i = 0; i < ROUNDS; i++) {
            rounds.add(round(orders));
            rates.add(alone.measure(clients, ALONE));
        }
        double seconds = rounds.stream().mapToDouble(Round::seconds).sum();
        double rate = ROUNDS * orders / seconds;
        double commits = rounds.stream().mapToDouble(Round::commitsAnOrder).average().orElseThrow();
        double ceiling = rates.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        System.out.printf(
                """
                %d rounds of %,d orders at %d stores each, %d shoppers at once, after %d to warm up
                commits an order         %.1f (transactions that wrote)
                orders a second          %.1f %s
                commits a second alone   %,.0f, with as many clients, by %s
                share of the commits     %.0f %%
                processor time           %.0f ms of the application an order, %d processors
                """,
                ROUNDS,
                orders,
                STORES,
                clients,
                WARM_UP,
                commits,
                rate,
                rounds.stream().map(one -> "%.1f".formatted(one.rate())).toList(),
                ceiling,
                alone.by(),
                100 * rate * commits / ceiling,
                1_000
                        * rounds.stream().mapToDouble(Round::processorSeconds).sum()
                        / (ROUNDS * orders),
                Runtime.getRuntime().availableProcessors());
    }

    /** From the first consent until all stores have all orders; what comes before is not timed. */
    private Round round(int orders) {
        Map<String, List<UUID>> articles = Connected.articles(record, Shelf.ARTICLES);
        List<Runnable> consents = new ArrayList<>();
        List<Runnable> preparing = new ArrayList<>();
        for (int i = 0; i < orders; i++) {
            int article = i % Shelf.ARTICLES;
            preparing.add(() -> {
                Shopper shopper = new Shopper(http, () -> app, false);
                Agreed agreed =
                        shopper.agree(
                                articles.values().stream().map(sold -> sold.get(article)).toList());
                synchronized (consents) {
                    consents.add(() -> {
                        UUID _ = shopper.confirmed(agreed);
                    });
                }
            });
        }
        atOnce(preparing);
        long before = placed();
        long transactions = transactions();
        double processor = app.processorTime().toNanos() / 1e9;
        long begun = System.nanoTime();
        atOnce(consents);
        await(() -> placed() - before == (long) orders * STORES);
        return new Round(
                orders,
                (System.nanoTime() - begun) / 1e9,
                transactions() - transactions,
                app.processorTime().toNanos() / 1e9 - processor);
    }

    private void atOnce(List<Runnable> things) {
        AtomicInteger next = new AtomicInteger();
        try (ExecutorService each = Executors.newFixedThreadPool(clients)) {
            for (int i = 0; i < clients; i++) {
                each.execute(() -> {
                    for (int n = next.getAndIncrement();
                            n < things.size();
                            n = next.getAndIncrement()) {
                        things.get(n).run();
                    }
                });
            }
        }
    }

    private long placed() {
        return record.sql("select count(*) from sub_order where state = 'delivered'")
                .query(Long.class)
                .single();
    }

    /** How many transactions have written anything: only those are given a number. */
    private long transactions() {
        return record.sql("select pg_snapshot_xmax(pg_current_snapshot())::text::bigint")
                .query(Long.class)
                .single();
    }

    private static void await(BooleanSupplier done) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("waited in vain for " + PATIENCE);
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }
}
