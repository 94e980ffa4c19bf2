package com.truecart.chaos;

import com.truecart.sandbox.Sandbox;
import com.truecart.sandbox.SandboxOptions;
import com.truecart.sandbox.store.Offer;
import com.truecart.spi.Terms.DoubtClass;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The same errands twice at the whole application: once with every notification brought in order,
 * once in no order, more than once, and among forged ones.
 */
final class HookRun implements AutoCloseable {
    private static final Duration SETTLING = Duration.ofMinutes(8);
    private static final Duration QUIET = Duration.ofMillis(800);
    private static final Duration NEVER = Duration.ofDays(1);
    private static final int ARTICLES_AT_LEAST = Shelf.ARTICLES;
    private static final int NOTIFICATIONS_AN_ERRAND = 25;
    private static final String OTHER_TELLING = "voltage";

    private final int notifications;
    private final List<Errand> errands;
    private final Duration late;
    private final JdbcClient record;
    private final List<UnfairShop> shops = new ArrayList<>();
    private final Sandbox sandbox;
    private final Counters counters = new Counters();
    private final Mailman mailman;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final AppProcess app;

    /**
     * @param database a fresh one
     * @param notifications to bring in no order
     * @param late how much later than it was sent one may be brought
     * @param plant the bug to plant; empty for none
     */
    HookRun(long seed, int notifications, Duration late, String plant, String database, Path folder)
            throws IOException {
        this.notifications = notifications;
        this.late = late;
        errands = Errand.draw(seed, Math.max(1, notifications / NOTIFICATIONS_AN_ERRAND));
        record = JdbcClient.create(new DriverManagerDataSource(database));
        mailman = new Mailman(seed);
        app =
                new AppProcess(
                        folder,
                        database,
                        plant,
                        Connected.services(folder),
                        http,
                        AppProcess.STARTS_SOON,
                        List.of("--truecart.public-address=" + mailman.address()));
        mailman.serves(app);
        sandbox =
                Sandbox.start(
                        SandboxOptions.defaults()
                                .withDelivery(Duration.ofSeconds(1), Duration.ofSeconds(2)));
        for (String name :
                Stream.concat(Errand.HONG_KONG.stream(), Errand.MAINLAND.stream()).toList()) {
            UnfairShop shop = new UnfairShop(name, DoubtClass.KEY, seed);
            shop.becomeFair();
            shop.sellsOut("a" + Shelf.ARTICLES);
            shop.deliversAfter(NEVER);
            shops.add(shop);
        }
    }

    /** Runs it. */
    HookVerdict run() throws IOException, InterruptedException {
        app.awaitReady();
        connect();
        counters.openAccounts(app, http, mailman.address());
        await(
                "the shops' catalogues",
                () -> Connected.articles(record, ARTICLES_AT_LEAST).size() == shops.size() + 2);
        Runner runner =
                new Runner(app, http, counters, Connected.articles(record, ARTICLES_AT_LEAST));

        Instant begun = Instant.now();
        List<UUID> inOrder = all(runner);
        int unsettled = settle();
        int looksInOrder = counters.lookUps();
        Instant turned = Instant.now();

        mailman.losesOrder(late);
        counters.alsoSendOldOnes();
        List<UUID> inNoOrder = all(runner);
        unsettled += settle();
        int looksInNoOrder = counters.lookUps() - looksInOrder;
        Instant again = Instant.now();

        List<String> different = different(inOrder, inNoOrder);
        Map<UUID, String> before = FinalStates.of(record);
        int brought = mailman.tally().brought().get();
        mailman.replay(notifications, notifications / 10);
        unsettled += settle();
        int looksAgain = counters.lookUps() - looksInOrder - looksInNoOrder;
        different.addAll(movedSince(before));
        Instant end = Instant.now();

        Mailman.Tally tally = mailman.tally();
        return new HookVerdict(
                errands.size(),
                different,
                unsettled,
                tally.brought().get(),
                tally.brought().get() - brought,
                tally.tooOld().get(),
                tally.toldLater().get(),
                tally.genuineRefused().get(),
                tally.forged(),
                tally.forgedAccepted(),
                Map.of(
                        "of providers",
                        mailman.different("/hooks/payments/"),
                        "of stores",
                        mailman.different("/hooks/" + Errand.TELLING)),
                Map.of(
                        "of providers",
                        FinalStates.kept(record, "payment_notice"),
                        "of stores",
                        FinalStates.kept(record, "hint")),
                List.of(looksInOrder, looksInNoOrder, looksAgain),
                List.of(
                        Duration.between(begun, turned),
                        Duration.between(turned, again),
                        Duration.between(again, end)));
    }

    private void connect() {
        for (UnfairShop shop : shops) {
            Connected.to(shop, Errand.HONG_KONG.contains(shop.name()) ? "HKD" : "CNY", record);
        }
        for (String id : List.of(Errand.TELLING, OTHER_TELLING)) {
            for (Offer offer : sandbox.offers(id)) {
                sandbox.setStock(id, offer.sku(), Integer.MAX_VALUE);
            }
            Connected.to(
                    id,
                    "ucp",
                    Map.of(
                            "shop",
                            sandbox.shop(id).base().toString(),
                            "shop_name",
                            id,
                            "profile",
                            mailman.address() + "/hooks/" + id + "/profile"),
                    "HKD",
                    record);
        }
    }

    /** Eight shoppers at once; the orders in the order of the errands. */
    private List<UUID> all(Runner runner) throws InterruptedException {
        Map<Integer, UUID> orders = new ConcurrentHashMap<>();
        AtomicInteger next = new AtomicInteger();
        List<String> broken = new ArrayList<>();
        try (ExecutorService shoppers = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 8; i++) {
                shoppers.execute(() -> {
                    for (int n = next.getAndIncrement();
                            n < errands.size();
                            n = next.getAndIncrement()) {
                        try {
                            orders.put(n, runner.run(errands.get(n)));
                        } catch (RuntimeException | IOException e) {
                            synchronized (broken) {
                                broken.add(errands.get(n) + ": " + e);
                            }
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                    }
                });
            }
            shoppers.shutdown();
            if (!shoppers.awaitTermination(1, TimeUnit.HOURS)) {
                throw new IllegalStateException("the shoppers do not come to an end");
            }
        }
        if (!broken.isEmpty()) {
            throw new IllegalStateException(
                    broken.size() + " errands failed: " + broken.getFirst());
        }
        return List.copyOf(new TreeMap<>(orders).values());
    }

    /** Waits until nothing moves and nothing is to be brought; how much moves all the same. */
    private int settle() {
        Instant end = Instant.now().plus(SETTLING);
        while (Instant.now().isBefore(end)) {
            if (counters.haveToldAll()
                    && mailman.isIdle(QUIET)
                    && FinalStates.moving(record) == 0) {
                return 0;
            }
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
        return FinalStates.moving(record);
    }

    private List<String> different(List<UUID> inOrder, List<UUID> inNoOrder) {
        Map<UUID, String> states = FinalStates.of(record);
        List<String> different = new ArrayList<>();
        for (int i = 0; i < errands.size(); i++) {
            String one = states.getOrDefault(inOrder.get(i), "no order");
            String other = states.getOrDefault(inNoOrder.get(i), "no order");
            if (!one.equals(other)) {
                different.add(
                        errands.get(i) + "\n  in order    " + one + "\n  in no order " + other);
            }
        }
        return different;
    }

    /**
     * What was told again after the end must move nothing: in both rounds it would move the same.
     */
    private List<String> movedSince(Map<UUID, String> before) {
        List<String> moved = new ArrayList<>();
        FinalStates.of(record)
                .forEach((order, now) -> {
                    String then = before.getOrDefault(order, "no order");
                    if (!then.equals(now)) {
                        moved.add("told again\n  before       " + then + "\n  after        " + now);
                    }
                });
        return moved;
    }

    private static void await(String what, BooleanSupplier done) {
        Instant end = Instant.now().plus(Duration.ofMinutes(4));
        while (!done.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException("waited in vain for " + what);
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    @Override
    public void close() {
        app.close();
        mailman.close();
        shops.forEach(UnfairShop::close);
        counters.close();
        sandbox.close();
        http.shutdownNow();
    }
}
