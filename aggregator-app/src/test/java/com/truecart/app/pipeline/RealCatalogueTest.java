package com.truecart.app.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.app.testing.RunningApp;
import com.truecart.app.testing.TestDatabase;
import com.truecart.realshops.medusa.Market;
import com.truecart.realshops.medusa.MedusaShop;
import com.truecart.realshops.medusa.NewProduct;
import com.truecart.realshops.vendure.VendureShop;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The catalogue of a real shop with many products, pulled by the application as a process of its
 * own that is killed on the way: nothing is missing, nothing is there twice, and what changes then
 * is seen by the next sweep.
 */
@Tag("heavy-shop")
class RealCatalogueTest {
    private static final int PRODUCTS = 10_000;
    private static final int AT_ONCE = 250;
    private static final int CHANGED = 50;
    private static final int KILLS = 2;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    @TempDir private Path folder;

    @Test
    void aBigVendureIsPulledThroughKillsAndItsChangesAreSeenByTheNextDelta() throws Exception {
        try (VendureShop shop = VendureShop.start()) {
            shop.admin().sellIn("HKD");
            shop.admin().pricesIncludeTax(true);
            for (int from = 0; from < PRODUCTS; from += AT_ONCE) {
                shop.admin()
                        .shelves()
                        .addMany(
                                IntStream.range(from, from + AT_ONCE)
                                        .mapToObj(number -> "sku-" + number)
                                        .toList(),
                                IntStream.range(from, from + AT_ONCE)
                                        .mapToObj(RealCatalogueTest::price)
                                        .toList(),
                                new BigDecimal("20"));
            }
            pull(
                    "vendure",
                    Map.of(
                            "shop_api", shop.shopApi().toString(),
                            "admin_key", shop.admin().readOnlyKey()),
                    (upstreamId, price) ->
                            shop.admin().shelves().price(Long.parseLong(upstreamId), price));
        }
    }

    @Test
    void aBigMedusaIsPulledThroughKills() throws Exception {
        try (MedusaShop shop = MedusaShop.start()) {
            shop.admin().addMarket(Market.untaxed("HKD", "HK"));
            shop.admin()
                    .addProducts(
                            IntStream.range(0, PRODUCTS)
                                    .mapToObj(number ->
                                            NewProduct.of(
                                                    "Thing " + number,
                                                    BigDecimal.valueOf(price(number), 2),
                                                    OptionalInt.of(5)))
                                    .toList());
            pull(
                    "medusa",
                    Map.of(
                            "shop",
                            shop.address().toString(),
                            "publishable_key",
                            shop.admin().publishableKey(),
                            "country",
                            "HK"),
                    null);
        }
    }

    private static long price(int number) {
        return 100L + number % 9_900;
    }

    /** How a shop's keeper changes a price. */
    private interface Keeper {
        void price(String upstreamId, long minor);
    }

    private void pull(String kind, Map<String, String> settings, @Nullable Keeper keeper)
            throws Exception {
        String database = TestDatabase.freshUrl();
        JdbcClient record = JdbcClient.create(new DriverManagerDataSource(database));
        try (RunningApp app = RunningApp.start(folder, database)) {
            String given =
                    settings.entrySet().stream()
                            .map(each -> "\"%s\": \"%s\"".formatted(each.getKey(), each.getValue()))
                            .collect(Collectors.joining(", "));
            app.json(
                    "POST",
                    "/api/v1/connections",
                    """
                    {"id": "big", "kind": "%s", "name": {"en": "Big"}, "settings": {%s}, "pullEverySeconds": 86400}
                    """
                            .formatted(kind, given));
            app.json("POST", "/api/v1/connections/big/pulls", "");
            long start = System.nanoTime();
            int pages = 0;
            for (int kill = 0; kill < KILLS; kill++) {
                int before = pages;
                await("pages", () -> pages(record) > before + 20);
                app.kill();
                pages = pages(record);
                assertThat(state(record)).as("killed in the middle").isEqualTo("running");
                app.restart();
            }
            await("the pull", () -> state(record).equals("succeeded"));
            System.out.printf(
                    "%s: %d products pulled in %.1f s, killed %d times at page %d of %d%n",
                    kind, PRODUCTS, (System.nanoTime() - start) / 1e9, KILLS, pages, pages(record));
            assertThat(count(record, "select count(*) from pull_run")).isEqualTo(1);
            assertThat(count(record, "select count(*) from listing")).isEqualTo(PRODUCTS);
            assertThat(count(record, "select count(distinct upstream_id) from listing"))
                    .isEqualTo(PRODUCTS);
            assertThat(count(record, "select sum(price) from offer"))
                    .isEqualTo(
                            IntStream.range(0, PRODUCTS).mapToLong(RealCatalogueTest::price).sum());
            assertThat(count(record, "select count(*) from price_observation")).isEqualTo(PRODUCTS);
            if (keeper != null) {
                changesAreSeen(app, record, keeper);
            }
        }
    }

    private static void changesAreSeen(RunningApp app, JdbcClient record, Keeper keeper) {
        List<String> some =
                record.sql("select upstream_id from listing order by md5(upstream_id) limit :many")
                        .param("many", CHANGED)
                        .query((row, _) -> row.getString(1))
                        .list();
        Map<String, Long> changed = new HashMap<>();
        for (String upstreamId : some) {
            changed.put(upstreamId, 77_700L + changed.size());
            keeper.price(upstreamId, changed.get(upstreamId));
        }
        app.json("POST", "/api/v1/connections/big/pulls", "");
        await("the next sweep", () -> state(record).equals("succeeded") && runs(record) == 2);
        System.out.printf(
                "%d changed: the sweep read %d listings in %d pages%n",
                CHANGED,
                count(record, "select listings from pull_run order by id desc limit 1"),
                count(record, "select pages from pull_run order by id desc limit 1"));
        Map<String, Long> seen =
                record
                        .sql(
                                """
                                select l.upstream_id, o.price from listing l join offer o on o.listing_id = l.id
                                where o.price >= 77700
                                """)
                        .query((row, _) -> Map.entry(row.getString(1), row.getLong(2)))
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        assertThat(seen).isEqualTo(changed);
    }

    private static int pages(JdbcClient record) {
        return (int) count(record, "select coalesce(max(pages), 0) from pull_run");
    }

    private static long runs(JdbcClient record) {
        return count(record, "select count(*) from pull_run");
    }

    private static String state(JdbcClient record) {
        return record.sql(
                        "select coalesce((select state from pull_run order by id desc limit 1), 'none')")
                .query(String.class)
                .single();
    }

    private static long count(JdbcClient record, String sql) {
        return record.sql(sql).query(Long.class).single();
    }

    private static void await(String what, BooleanSupplier done) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!done.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waiting for " + what).isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }
}
