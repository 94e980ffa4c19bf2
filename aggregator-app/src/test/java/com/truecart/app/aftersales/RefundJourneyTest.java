package com.truecart.app.aftersales;

import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.app.testing.RunningApp;
import com.truecart.app.testing.TestDatabase;
import com.truecart.sandbox.RunningShop;
import com.truecart.sandbox.Sandbox;
import com.truecart.sandbox.SandboxOptions;
import com.truecart.sandbox.store.Offer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
 * The whole application as a process, a real connector and the sandbox's shop: what is worked out
 * to come back is what was charged less what the shop itself asks for what is kept.
 */
class RefundJourneyTest {
    private static final String SHOP = "harbour-grocer";
    private static final String CODE = "FRESH20";

    /** In cents, and like no other price of the shop. */
    private static final List<Long> PRICES = List.of(81_53L, 84_07L, 88_11L);

    private static final String RECIPIENT =
            """
            {"strategy": "CHEAPEST_PER_WANT", "onlyOrderable": true, "recipient": {"givenName": "Mei", "familyName": "Chan",
             "email": "mei@example.hk", "phone": "51234567", "street": "1 Nathan Road", "district": "Yau Tsim Mong",
             "city": "Kowloon", "country": "HK"}}
            """;

    @TempDir private Path folder;

    @Test
    void whatIsGivenBackIsWhatTheShopItselfAsksLessForTheRest() throws Exception {
        String database = TestDatabase.freshUrl();
        JdbcClient record = JdbcClient.create(new DriverManagerDataSource(database));
        try (Sandbox sandbox =
                        Sandbox.start(
                                SandboxOptions.defaults()
                                        .withDelivery(
                                                Duration.ofSeconds(1), Duration.ofSeconds(2)));
                RunningApp app = RunningApp.start(folder, database)) {
            List<Offer> shelf = sandbox.offers(SHOP);
            for (int i = 0; i < PRICES.size(); i++) {
                sandbox.setPrice(SHOP, shelf.get(i).sku(), PRICES.get(i));
            }
            connect(record, sandbox.shop(SHOP));
            await("the shop's catalogue", () -> products(record).size() == PRICES.size());

            // 20 off from 200, which any two of them do not reach
            Ordered promoted = order(app, units(record, 1, 1, 1), CODE);
            for (int line = 0; line < PRICES.size(); line++) {
                JsonNode simulated = asTheShopWould(app, promoted, line);
                assertThat(simulated.at("/clawedBack").size()).isEqualTo(1);
            }
            // delivered for nothing from 300 on, which any three of them do not reach
            Ordered delivered = order(app, units(record, 2, 1, 1), "");
            for (int line = 0; line < PRICES.size(); line++) {
                JsonNode simulated = asTheShopWould(app, delivered, line);
                assertThat(simulated.at("/delivery/minor").asLong()).isEqualTo(-30_00);
            }

            JsonNode simulated = simulate(app, promoted, 0);
            JsonNode claim =
                    app.json(
                            "POST",
                            promoted.address() + "/claims",
                            wish(promoted, 0, simulated.at("/agreed").asString()));
            assertThat(claim.at("/state").asString()).as(claim.toString()).isEqualTo("OPEN");
            long refund = simulated.at("/refund/minor").asLong();
            sandbox.woo(SHOP).refund(sandbox.orders(SHOP).getFirst().orderId(), refund);
            // nobody waits ten minutes here until an ended order is asked about again
            record.sql("update sub_order set looked_at = looked_at - interval '1 hour'").update();
            app.json("GET", promoted.address(), "");
            String claimAt = "/api/v1/claims/" + claim.at("/id").asString();
            await(
                    "the money",
                    () ->
                            app.json("GET", claimAt, "")
                                    .at("/state")
                                    .asString()
                                    .equals("GIVEN_BACK"));
            assertThat(app.json("GET", claimAt, "").at("/actual/minor").asLong()).isEqualTo(refund);
            assertThat(app.page("/claims/" + claim.at("/id").asString(), "en").body())
                    .contains("to the cent as worked out");
        }
    }

    /** What was ordered, and where the order is. */
    private record Ordered(Map<UUID, Integer> units, String code, String address, JsonNode part) {}

    private static Ordered order(RunningApp app, Map<UUID, Integer> units, String code) {
        String address = "/api/v1/orders/" + confirm(app, checkOut(app, units, code));
        await(
                "delivery",
                () -> app.json("GET", address, "").at("/status").asString().equals("DELIVERED"));
        return new Ordered(units, code, address, app.json("GET", address, "").at("/stores/0"));
    }

    /** One unit back: what was charged less what the shop itself asks for the rest alone. */
    private static JsonNode asTheShopWould(RunningApp app, Ordered ordered, int line) {
        Map<UUID, Integer> kept = new LinkedHashMap<>(ordered.units());
        kept.computeIfPresent(
                UUID.fromString(ordered.part().at("/lines/" + line + "/productId").asString()),
                (_, units) -> units == 1 ? null : units - 1);
        long charged = ordered.part().at("/charged/minor").asLong();
        long rest = checkOut(app, kept, ordered.code()).at("/total/minor").asLong();
        JsonNode simulated = simulate(app, ordered, line);
        assertThat(simulated.at("/refund/minor").asLong())
                .as("charged %d, the rest alone %d: %s", charged, rest, simulated)
                .isEqualTo(Math.max(0, charged - rest));
        return simulated;
    }

    private static JsonNode simulate(RunningApp app, Ordered ordered, int line) {
        String address = ordered.address() + "/claims/simulation";
        String wish = wish(ordered, line, "");
        await(
                "the shop's terms to be kept",
                () -> app.json("POST", address, wish).at("/result").asString().equals("WORKED"));
        return app.json("POST", address, wish);
    }

    private static String wish(Ordered ordered, int line, String agreed) {
        return """
        {"store": "%s", "kind": "RETURN", "reason": "DAMAGED", "units": {"%d": 1}, "agreed": "%s"}
        """
                .formatted(ordered.part().at("/store").asString(), line, agreed);
    }

    private static JsonNode checkOut(RunningApp app, Map<UUID, Integer> wants, String code) {
        app.json(
                "PUT",
                "/api/v1/basket",
                wants.entrySet().stream()
                        .map(want ->
                                "{\"productId\": \""
                                        + want.getKey()
                                        + "\", \"quantity\": "
                                        + want.getValue()
                                        + "}")
                        .collect(
                                Collectors.joining(
                                        ",",
                                        "{\"wants\": [",
                                        "], \"codes\": ["
                                                + (code.isEmpty() ? "" : "\"" + code + "\"")
                                                + "]}")));
        JsonNode checkout = app.json("POST", "/api/v1/checkouts", RECIPIENT);
        assertThat(checkout.at("/stores").size()).as(checkout.toString()).isEqualTo(1);
        return checkout;
    }

    private static String confirm(RunningApp app, JsonNode checkout) {
        return app.json(
                        "POST",
                        "/api/v1/checkouts/" + checkout.at("/id").asString() + "/confirm",
                        "{\"agreed\": \"" + checkout.at("/fingerprint").asString() + "\"}",
                        "Idempotency-Key",
                        UUID.randomUUID().toString())
                .at("/orderId")
                .asString();
    }

    private static Map<UUID, Integer> units(JdbcClient record, Integer... units) {
        List<UUID> products = products(record);
        Map<UUID, Integer> wants = new LinkedHashMap<>();
        for (int i = 0; i < units.length; i++) {
            wants.put(products.get(i), units[i]);
        }
        return wants;
    }

    private static List<UUID> products(JdbcClient record) {
        return record.sql(
                        """
                        select l.product_id from listing l join offer o on o.listing_id = l.id
                        where o.price in (:prices) and l.product_id is not null
                          and not exists (select 1 from pull_run where state = 'running')
                        order by o.price
                        """)
                .param("prices", PRICES)
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    private static void connect(JdbcClient record, RunningShop shop) {
        record.sql(
                        """
                        insert into connection (id, kind, name, settings, delivery_fee, delivery_free_from, delivery_currency,
                                                pull_every_seconds, created_at)
                        values (:id, 'woocommerce', jsonb_build_object('en', :name), jsonb_build_object('shop', :base,
                                'shop_name', :name, 'promotions_feed', :feed), :fee, :free, :currency, 3600, now())
                        """)
                .param("id", shop.id())
                .param("name", shop.name())
                .param("base", shop.base().toString())
                .param("feed", shop.promotionsFeed().toString())
                .param("fee", shop.deliveryFee())
                .param("free", shop.freeFrom().isPresent() ? shop.freeFrom().getAsLong() : null)
                .param("currency", shop.currency())
                .update();
    }

    private static void await(String what, BooleanSupplier done) {
        long end = System.nanoTime() + Duration.ofMinutes(4).toNanos();
        while (!done.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waiting for " + what).isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(300).toNanos());
        }
    }
}
