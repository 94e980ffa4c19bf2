package com.truecart.app.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.app.testing.RunningApp;
import com.truecart.app.testing.TestDatabase;
import com.truecart.sandbox.RunningShop;
import com.truecart.sandbox.Sandbox;
import com.truecart.sandbox.SandboxOptions;
import com.truecart.sandbox.fault.Fault;
import com.truecart.sandbox.fault.FaultKind;
import com.truecart.sandbox.store.BookedOrder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;

/**
 * The whole application as a process, real connectors and the sandbox's shops; the shops' books are
 * the witness.
 */
class OrderJourneyTest {
    private static final List<String> SHOPS =
            List.of("harbour-grocer", "sampan-general", "everyday-home");
    private static final String RECIPIENT =
            """
            {"strategy": "CHEAPEST_PER_WANT", "onlyOrderable": true, "recipient": {"givenName": "Mei", "familyName": "Chan",
             "email": "mei@example.hk", "phone": "51234567", "street": "1 Nathan Road", "district": "Yau Tsim Mong",
             "city": "Kowloon", "country": "HK"}}
            """;

    @TempDir private Path folder;

    @Test
    void eightWantsAtThreeStoresAreOrderedAndFollowedAndSurviveKillsAndLostAnswers()
            throws Exception {
        String database = TestDatabase.freshUrl();
        JdbcClient record = JdbcClient.create(new DriverManagerDataSource(database));
        try (Sandbox sandbox =
                        Sandbox.start(
                                SandboxOptions.defaults()
                                        .withDelivery(
                                                Duration.ofSeconds(2), Duration.ofSeconds(5)));
                RunningApp app =
                        RunningApp.start(
                                folder,
                                database,
                                "--truecart.orders.drop-after=3s",
                                "--truecart.orders.quiet-period=8s")) {
            SHOPS.forEach(id -> connect(record, sandbox.shop(id)));
            await("the shops' catalogues", () -> wantedOnlyAt(record).size() == 8);

            orderedAndDelivered(app, record, sandbox);
            killedWhilePlacing(app, record, sandbox);
        }
    }

    private static void orderedAndDelivered(RunningApp app, JdbcClient record, Sandbox sandbox) {
        fillBasket(app, wantedOnlyAt(record));
        assertThat(app.page("/basket", "en").body()).contains("Choose this plan", "HK$");
        assertThat(app.page("/basket", "zh-CN").body()).contains("选择此方案");
        JsonNode checkout = app.json("POST", "/api/v1/checkouts", RECIPIENT);
        assertThat(checkout.at("/stores").size()).as(checkout.toString()).isEqualTo(3);
        assertThat(checkout.at("/total")).isEqualTo(checkout.at("/promised"));
        String id = checkout.at("/id").asString();
        assertThat(app.page("/checkout/" + id, "en").body()).contains("To the cent");
        assertThat(app.page("/checkout/" + id, "zh-CN").body()).contains("分毫不差");

        app.json("PUT", "/api/v1/spending-limit", "{\"amount\": \"0.50\", \"currency\": \"HKD\"}");
        JsonNode passed = confirm(app, checkout, UUID.randomUUID().toString());
        assertThat(passed.at("/status").asInt()).as(passed.toString()).isEqualTo(409);
        assertThat(passed.at("/detail").asString()).contains("spending-limit", "0.50");
        assertThat(SHOPS).allSatisfy(shop -> assertThat(sandbox.orders(shop)).isEmpty());
        assertThat(
                        app.json("PUT", "/api/v1/spending-limit", "{\"amount\": \"\"}")
                                .at("/status")
                                .asInt())
                .as("a program does not lift it")
                .isEqualTo(409);
        record.sql("delete from spending_limit").update();

        JsonNode otherWindow = app.json("POST", "/api/v1/checkouts", RECIPIENT);

        String key = UUID.randomUUID().toString();
        JsonNode first = confirm(app, checkout, key);
        assertThat(confirm(app, checkout, key)).as("the same key again").isEqualTo(first);
        assertThat(confirm(app, checkout, UUID.randomUUID().toString()))
                .as("another key, the same checkout")
                .isEqualTo(first);
        JsonNode second = confirm(app, otherWindow, UUID.randomUUID().toString());
        assertThat(second.at("/status").asInt())
                .as("the same basket, ordered from another window: %s", second)
                .isEqualTo(409);
        assertThat(
                        app.json(
                                        "POST",
                                        "/api/v1/checkouts/" + id + "/confirm",
                                        "{\"agreed\": \"something else\"}",
                                        "Idempotency-Key",
                                        key)
                                .at("/status")
                                .asInt())
                .isEqualTo(422);

        String order = "/api/v1/orders/" + first.at("/orderId").asString();
        await(
                "delivery",
                () -> app.json("GET", order, "").at("/status").asString().equals("DELIVERED"));
        JsonNode delivered = app.json("GET", order, "");
        assertThat(delivered.at("/stores").size()).isEqualTo(3);
        for (JsonNode store : delivered.at("/stores")) {
            assertThat(store.at("/charged")).isEqualTo(store.at("/quoted"));
            assertThat(store.at("/differences").size()).isZero();
        }
        for (String shop : SHOPS) {
            assertThat(sandbox.orders(shop)).as(shop).hasSize(1);
        }
        String page = "/orders/" + first.at("/orderId").asString();
        assertThat(app.page(page, "en").body()).contains("delivered", "Charged");
        assertThat(app.page(page, "zh-CN").body()).contains("已送达", "实收");
        assertThat(app.page("/orders", "zh-CN").body()).contains("订单");
        assertThat(app.page("/orders/" + UUID.randomUUID(), "en").statusCode()).isEqualTo(404);
    }

    private static void killedWhilePlacing(RunningApp app, JdbcClient record, Sandbox sandbox)
            throws Exception {
        int orders = 1;
        for (int round = 0; round < 3; round++) {
            List<UUID> wanted = wantedOnlyAt(record);
            for (String shop : SHOPS) {
                String path = shop.equals("everyday-home") ? "complete" : "store/v1/checkout";
                sandbox.faults()
                        .inject(
                                round == 1
                                        ? new Fault(
                                                shop,
                                                path,
                                                Optional.of("POST"),
                                                FaultKind.SLOW,
                                                2,
                                                Duration.ofSeconds(2))
                                        : Fault.once(shop, path, FaultKind.DROP_AFTER_WORK)
                                                .on("POST")
                                                .times(2));
            }
            fillBasket(app, wanted);
            JsonNode checkout = app.json("POST", "/api/v1/checkouts", RECIPIENT);
            JsonNode confirmed = confirm(app, checkout, UUID.randomUUID().toString());
            assertThat(confirmed.at("/orderId").asString()).as(confirmed.toString()).isNotBlank();
            orders++;
            LockSupport.parkNanos(Duration.ofMillis(150L * round).toNanos());
            app.kill();
            sandbox.faults().clear();
            app.restart();
        }
        int expected = orders * SHOPS.size();
        await("every sub-order to end or to be with a person", () -> settled(record) == expected);

        assertThat(count(record, "select count(*) from sub_order")).isEqualTo(expected);
        long parked = count(record, "select count(*) from sub_order where state = 'in_doubt'");
        int booked = 0;
        for (String shop : SHOPS) {
            List<String> theirs = sandbox.orders(shop).stream().map(BookedOrder::orderId).toList();
            List<String> ours = ours(record, shop);
            booked += theirs.size();
            assertThat(theirs).as("ours are all in the books of " + shop).containsAll(ours);
            assertThat(ours).as("one each").doesNotHaveDuplicates();
            assertThat(theirs.size() - ours.size())
                    .as("in the books of " + shop + " but not with us")
                    .isBetween(0, (int) parked);
        }
        System.out.println(
                "Kills: 3, sub-orders "
                        + expected
                        + ", in the stores' books "
                        + booked
                        + ", with a person "
                        + parked
                        + ", states "
                        + record
                                .sql("select state from sub_order")
                                .query((row, _) -> row.getString(1))
                                .list()
                                .stream()
                                .collect(
                                        Collectors.groupingBy(
                                                state -> state, Collectors.counting())));
        assertThat(booked).as("sub-orders in the books").isLessThanOrEqualTo(expected);
        assertThat(
                        count(
                                record,
                                "select count(*) from (select posting from ledger_entry group by posting, currency having sum(amount) <> 0) off"))
                .isZero();
    }

    private static JsonNode confirm(RunningApp app, JsonNode checkout, String key) {
        return app.json(
                "POST",
                "/api/v1/checkouts/" + checkout.at("/id").asString() + "/confirm",
                "{\"agreed\": \"" + checkout.at("/fingerprint").asString() + "\"}",
                "Idempotency-Key",
                key);
    }

    private static void fillBasket(RunningApp app, List<UUID> products) {
        app.json(
                "PUT",
                "/api/v1/basket",
                products.stream()
                        .map(id -> "{\"productId\": \"" + id + "\", \"quantity\": 1}")
                        .collect(Collectors.joining(",", "{\"wants\": [", "], \"codes\": []}")));
    }

    /**
     * Eight products of which each is sold at one of the three stores only, so that all three are
     * needed.
     */
    private static List<UUID> wantedOnlyAt(JdbcClient record) {
        List<UUID> wanted = new ArrayList<>();
        for (String shop : SHOPS) {
            wanted.addAll(
                    record.sql(
                                    """
                                    select l.product_id from listing l join offer o on o.listing_id = l.id
                                    where l.connection_id = :shop and o.availability = 'IN_STOCK' and l.product_id is not null
                                      and not exists (select 1 from listing k where k.product_id = l.product_id
                                                      and k.connection_id <> l.connection_id)
                                      and (select count(distinct connection_id) from listing) = 3
                                      and not exists (select 1 from pull_run where state = 'running')
                                    order by l.id limit :count
                                    """)
                            .param("shop", shop)
                            .param("count", shop.equals("harbour-grocer") ? 2 : 3)
                            .query((row, _) -> row.getObject(1, UUID.class))
                            .list());
        }
        return wanted;
    }

    private static void connect(JdbcClient record, RunningShop shop) {
        String kind = shop.protocol().name().equals("UCP") ? "ucp" : "woocommerce";
        record.sql(
                        """
                        insert into connection (id, kind, name, settings, delivery_fee, delivery_free_from, delivery_currency,
                                                pull_every_seconds, created_at)
                        values (:id, :kind, jsonb_build_object('en', :name), jsonb_build_object('shop', :base,
                                'profile', 'https://truecart.example/profile', 'shop_name', :name, 'promotions_feed', :feed),
                                :fee, :free, :currency, 3600, now())
                        """)
                .param("id", shop.id())
                .param("kind", kind)
                .param("name", shop.name())
                .param("base", shop.base().toString())
                .param("feed", shop.promotionsFeed().toString())
                .param("fee", shop.deliveryFee())
                .param("free", shop.freeFrom().isPresent() ? shop.freeFrom().getAsLong() : null)
                .param("currency", shop.currency())
                .update();
    }

    private static List<String> ours(JdbcClient record, String shop) {
        return record.sql(
                        "select upstream_id from sub_order where connection_id = :shop and upstream_id is not null")
                .param("shop", shop)
                .query((row, _) -> row.getString(1))
                .list();
    }

    private static long settled(JdbcClient record) {
        return count(
                record,
                """
                select count(*) from sub_order where state in ('delivered', 'cancelled', 'rejected')
                   or (state = 'in_doubt' and details->>'parked' is not null)
                """);
    }

    private static long count(JdbcClient record, String sql) {
        return record.sql(sql).query((row, _) -> row.getLong(1)).single();
    }

    private static void await(String what, BooleanSupplier done) {
        long end = System.nanoTime() + Duration.ofMinutes(4).toNanos();
        while (!done.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waiting for " + what).isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(300).toNanos());
        }
    }
}
