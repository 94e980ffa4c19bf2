package com.truecart.chaos;

import com.truecart.spi.Terms.DoubtClass;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One run: shops of all classes, shoppers, kills, and the verdict of the shops' books. */
final class Chaos implements AutoCloseable {
    private static final Duration SETTLING = Duration.ofMinutes(10);
    private static final List<String> IMPATIENT =
            List.of("--truecart.orders.drop-after=4s", "--truecart.orders.quiet-period=10s");
    private final ChaosPlan plan;
    private final Path folder;
    private final Random random;
    private final KillableDatabase database;
    private final JdbcClient record;
    private final List<UnfairShop> shops = new ArrayList<>();
    private final Till till;
    private final List<AppProcess> apps = new ArrayList<>();
    private final HttpClient http =
            HttpClient.newBuilder()
                    .executor(Executors.newVirtualThreadPerTaskExecutor())
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();
    private final Map<UUID, Shopper> told = new ConcurrentHashMap<>();
    private final AtomicInteger turn = new AtomicInteger();
    private final AtomicInteger gaveUp = new AtomicInteger();
    private final List<Duration> recoveries = Collections.synchronizedList(new ArrayList<>());
    private int kills;
    private int databaseKills;
    private int freezes;

    Chaos(ChaosPlan plan, Path folder) throws IOException {
        this.plan = plan;
        this.folder = folder;
        random = new Random(plan.seed());
        till = new Till(plan.seed());
        database = new KillableDatabase(folder.resolve("postgres"));
        record = database.client();
        for (DoubtClass each : DoubtClass.values()) {
            shops.add(new UnfairShop(nameOf(each), each, plan.seed() + each.name().hashCode()));
        }
    }

    private static String nameOf(DoubtClass doubtClass) {
        return doubtClass.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** Runs it; what it prints on the way is for people. */
    Verdict run() throws IOException, InterruptedException {
        Path services = Connected.services(folder);
        for (int i = 0; i < plan.instances(); i++) {
            Path home = Files.createDirectories(folder.resolve("app-" + i));
            if (i > 0) {
                // instances share what is encrypted
                Files.copy(
                        folder.resolve("app-0/vault.key"),
                        home.resolve("vault.key"),
                        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            }
            AppProcess app =
                    new AppProcess(
                            home,
                            database.url(),
                            plan.plant(),
                            services,
                            http,
                            AppProcess.STARTS_SOON,
                            IMPATIENT);
            apps.add(app);
            app.awaitReady();
        }
        shops.forEach(shop -> Connected.to(shop, ChaosConnector.CURRENCY, record));
        till.openAccount(apps.getFirst(), http);
        await("the shops' catalogues", () -> articles().size() == shops.size());
        Map<String, List<UUID>> articles = articles();
        Instant begun = Instant.now();
        order(articles);
        Duration ordering = Duration.between(begun, Instant.now());
        shops.forEach(UnfairShop::becomeFair);
        till.becomeFair();
        Instant end = Instant.now().plus(SETTLING);
        Set<UUID> unsettled = Verdict.unsettled(record, till.books());
        while (!unsettled.isEmpty() && Instant.now().isBefore(end)) {
            // the ladder would come to the last of them after an hour; whoever looks has the store
            // asked now
            unsettled.stream().limit(200).forEach(order -> shopperOf(order).looksAt(order));
            LockSupport.parkNanos(Duration.ofSeconds(3).toNanos());
            unsettled = Verdict.unsettled(record, till.books());
        }
        // whatever a shop still does late shows now
        LockSupport.parkNanos(UnfairShop.LATEST.toNanos());
        Verdict verdict = Verdict.of(record, shops, till, told.keySet());
        System.out.printf(
                "seed %d, %s%n%skills of the application %d, of PostgreSQL %d, freezes of 30 s %d%n"
                        + "first useful step after a kill: %s%nordering %s s, in all %s s%n",
                plan.seed(),
                plan.plant().isEmpty() ? "nothing planted" : "planted: " + plan.plant(),
                verdict.text(),
                kills,
                databaseKills,
                freezes,
                recoveryText(),
                ordering.toSeconds(),
                Duration.between(begun, Instant.now()).toSeconds());
        if (gaveUp.get() > 0) {
            throw new IllegalStateException(gaveUp + " shoppers got no order");
        }
        return verdict;
    }

    private String recoveryText() {
        List<Duration> sorted = recoveries.stream().sorted().toList();
        return sorted.isEmpty()
                ? "no kill"
                : "median %.1f s, longest %.1f s of %d"
                        .formatted(
                                sorted.get(sorted.size() / 2).toMillis() / 1000.0,
                                sorted.getLast().toMillis() / 1000.0,
                                sorted.size());
    }

    private void order(Map<String, List<UUID>> articles) throws IOException, InterruptedException {
        AtomicInteger left = new AtomicInteger(plan.orders());
        try (ExecutorService shoppers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < plan.shoppersAtOnce(); i++) {
                Random own = new Random(plan.seed() * 31 + i);
                shoppers.execute(() -> {
                    while (left.getAndDecrement() > 0) {
                        try {
                            Shopper shopper = new Shopper(http, this::anInstance);
                            UUID order = shopper.order(draw(articles, own));
                            till.collect(shopper, order);
                            told.put(order, shopper);
                        } catch (RuntimeException e) {
                            gaveUp.incrementAndGet();
                            System.out.println("a shopper gave up: " + e.getMessage());
                        }
                    }
                });
            }
            shoppers.shutdown();
            killNowAndThen(shoppers);
        }
    }

    private Shopper shopperOf(UUID order) {
        return told.getOrDefault(order, new Shopper(http, this::anInstance));
    }

    private AppProcess anInstance() {
        return apps.get(Math.floorMod(turn.getAndIncrement(), apps.size()));
    }

    /** One article at each of two to five shops. */
    private List<UUID> draw(Map<String, List<UUID>> articles, Random own) {
        List<String> names = new ArrayList<>(articles.keySet());
        Collections.shuffle(names, own);
        return names.subList(0, 2 + own.nextInt(names.size() - 1)).stream()
                .map(name -> {
                    List<UUID> there = articles.getOrDefault(name, List.of());
                    return there.get(own.nextInt(there.size()));
                })
                .toList();
    }

    /** The kills are spread over the orders, not over time: a slow machine is killed as often. */
    private void killNowAndThen(ExecutorService shoppers) throws IOException, InterruptedException {
        int due = 1;
        int disasters = plan.kills() + plan.databaseKills() + plan.freezes();
        while (!shoppers.awaitTermination(200, TimeUnit.MILLISECONDS)) {
            if (due <= disasters && told.size() >= (long) plan.orders() * due / (disasters + 1)) {
                disaster(due, disasters);
                due++;
            }
        }
    }

    private void disaster(int number, int all) throws IOException {
        if (plan.databaseKills() > 0
                && number % Math.max(1, all / plan.databaseKills()) == 0
                && databaseKills < plan.databaseKills()) {
            database.killAndRestart();
            databaseKills++;
            return;
        }
        AppProcess app = apps.get(random.nextInt(apps.size()));
        if (freezes < plan.freezes()) {
            app.freeze(Duration.ofSeconds(30));
            freezes++;
            return;
        }
        app.kill();
        kills++;
        Instant killed = Instant.now();
        app.launch();
        app.awaitReady();
        awaitAUsefulStep(killed);
    }

    /** A step of the saga is useful where it moved a sub-order. */
    private void awaitAUsefulStep(Instant killed) {
        Instant end = killed.plusSeconds(90);
        while (Instant.now().isBefore(end)) {
            boolean moved =
                    record.sql("select exists (select 1 from sub_order_event where at > :killed)")
                            .param("killed", java.sql.Timestamp.from(killed))
                            .query(Boolean.class)
                            .single();
            if (moved) {
                recoveries.add(Duration.between(killed, Instant.now()));
                return;
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    /** What each shop sells, once everything of all of them is known. */
    private Map<String, List<UUID>> articles() {
        return Connected.articles(record, Shelf.ARTICLES);
    }

    /** Says yes fifty times at once with one key; what came back, each different answer once. */
    Set<String> sayYesAtOnce(int times) {
        Shopper shopper = new Shopper(http, this::anInstance);
        Shopper.Agreed agreed = shopper.agree(draw(articles(), random));
        Set<String> orders = ConcurrentHashMap.newKeySet();
        try (ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, times)
                    .forEach(_ ->
                            hands.execute(() -> orders.add(shopper.confirmed(agreed).toString())));
        }
        orders.forEach(order -> told.put(UUID.fromString(order), shopper));
        return orders;
    }

    /** How many orders there are in the record. */
    long orders() {
        return record.sql("select count(*) from customer_order").query(Long.class).single();
    }

    private static void await(String what, BooleanSupplier done) {
        Instant end = Instant.now().plus(Duration.ofMinutes(4));
        while (!done.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException("waited in vain for " + what);
            }
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
    }

    @Override
    public void close() throws IOException {
        apps.forEach(AppProcess::close);
        shops.forEach(UnfairShop::close);
        till.close();
        database.close();
        http.close();
    }
}
