package com.truecart.app.aftersales;

import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.app.testing.RunningApp;
import com.truecart.app.testing.TestDatabase;
import com.truecart.sandbox.RunningShop;
import com.truecart.sandbox.Sandbox;
import com.truecart.sandbox.SandboxOptions;
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
            connect(record, sandbox.shop(SHOP));
            await("the shop's catalogue", () -> products(record).size() == 4);
            List<UUID> products = products(record);
            Map<UUID, Integer> bought = new LinkedHashMap<>();
            for (int i = 0; i < products.size(); i++) {
                bought.put(products.get(i), 4 - i);
            }

            JsonNode checkout = checkOut(app, bought);
            String order = confirm(app, checkout);
            String address = "/api/v1/orders/" + order;
            await(
                    "delivery",
                    () ->
                            app.json("GET", address, "")
                                    .at("/status")
                                    .asString()
                                    .equals("DELIVERED"));
            JsonNode part = app.json("GET", address, "").at("/stores/0");
            String store = part.at("/store").asString();
            long charged = part.at("/charged/minor").asLong();
            await(
                    "the shop's terms",
                    () ->
                            record.sql("select count(*) from sold_terms")
                                            .query(Integer.class)
                                            .single()
                                    == 1);

            for (int line = 0; line < part.at("/lines").size(); line++) {
                UUID product = UUID.fromString(part.at("/lines/" + line + "/productId").asString());
                Map<UUID, Integer> kept = new LinkedHashMap<>(bought);
                kept.computeIfPresent(product, (_, units) -> units == 1 ? null : units - 1);
                JsonNode simulated = simulate(app, address, store, line);
                assertThat(simulated.at("/result").asString())
                        .as(simulated.toString())
                        .isEqualTo("WORKED");
                long rest = checkOut(app, kept).at("/total/minor").asLong();
                assertThat(simulated.at("/refund/minor").asLong())
                        .as(
                                "one of line %d, charged %d, the rest alone %d: %s",
                                line, charged, rest, simulated)
                        .isEqualTo(Math.max(0, charged - rest));
            }

            JsonNode simulated = simulate(app, address, store, 0);
            JsonNode claim =
                    app.json(
                            "POST",
                            address + "/claims",
                            wish(store, 0, simulated.at("/agreed").asString()));
            assertThat(claim.at("/state").asString()).as(claim.toString()).isEqualTo("OPEN");
            long refund = simulated.at("/refund/minor").asLong();
            sandbox.woo(SHOP).refund(sandbox.orders(SHOP).getFirst().orderId(), refund);
            // nobody waits ten minutes here until an ended order is asked about again
            record.sql("update sub_order set looked_at = looked_at - interval '1 hour'").update();
            app.json("GET", address, "");
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

    private static JsonNode simulate(RunningApp app, String order, String store, int line) {
        return app.json("POST", order + "/claims/simulation", wish(store, line, ""));
    }

    private static String wish(String store, int line, String agreed) {
        return """
        {"store": "%s", "kind": "RETURN", "reason": "DAMAGED", "units": {"%d": 1}, "agreed": "%s"}
        """
                .formatted(store, line, agreed);
    }

    private static JsonNode checkOut(RunningApp app, Map<UUID, Integer> wants) {
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
                        .collect(Collectors.joining(",", "{\"wants\": [", "], \"codes\": []}")));
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

    /**
     * Of all on the shelf those that cost about as much as the free delivery's threshold shared.
     */
    private static List<UUID> products(JdbcClient record) {
        return record.sql(
                        """
                        select l.product_id from listing l join offer o on o.listing_id = l.id
                        where o.availability = 'IN_STOCK' and l.product_id is not null
                          and not exists (select 1 from pull_run where state = 'running')
                        order by jsonb_array_length(o.promotions) desc, abs(o.price - 4000), l.id limit 4
                        """)
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
