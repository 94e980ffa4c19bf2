package com.truecart.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.sandbox.store.Offer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class UcpCheckoutTest {
    private static final String VOLTAGE = "voltage";
    private static final String EVERYDAY = "everyday-home";

    private final SteppedClock clock = new SteppedClock();
    private final Sandbox sandbox =
            Sandbox.start(
                    SandboxOptions.defaults()
                            .withClock(clock)
                            .withDelivery(Duration.ofMinutes(10), Duration.ofMinutes(30)));

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void onlyTheHighestStepCountsAndTheCodeTakesItsShareOfTheRest() {
        String phone = priced(VOLTAGE, 0, 79_900);
        String drive = priced(VOLTAGE, 1, 25_500);

        JsonNode checkout =
                buyer(VOLTAGE)
                        .wants(phone, 1)
                        .wants(drive, 1)
                        .withCodes("volt5")
                        .create("standard")
                        .json();

        // 799 + 255 = 1054: less 80 is 974, 5 % of that 48.70; delivery free from 500
        assertThat(UcpBuyer.totals(checkout))
                .isEqualTo(
                        "subtotal 105400, items_discount -4870, discount -8000, fulfillment 0,"
                                + " total 92530");
        // by value, floored: 4870 x 79900 / 105400 = 3691.7
        JsonNode code = checkout.path("discounts").path("applied").path(1);
        assertThat(code.path("allocations").path(0).path("amount").asInt()).isEqualTo(3_691);
        assertThat(code.path("allocations").path(1).path("amount").asInt()).isEqualTo(1_179);
    }

    @Test
    void theCodeIsCappedAndBelowTheStepsDeliveryIsPaid() {
        String phone = priced(VOLTAGE, 0, 400_000);
        String cable = priced(VOLTAGE, 1, 30_000);

        // 4000 less 200 is 3800, 5 % would be 190, the cap is 150
        assertThat(
                        UcpBuyer.totals(
                                buyer(VOLTAGE)
                                        .wants(phone, 1)
                                        .withCodes("VOLT5")
                                        .create("standard")
                                        .json()))
                .isEqualTo(
                        "subtotal 400000, items_discount -15000, discount -20000, fulfillment 0,"
                                + " total 365000");
        assertThat(UcpBuyer.totals(buyer(VOLTAGE).wants(cable, 1).create("standard").json()))
                .isEqualTo("subtotal 30000, fulfillment 4000, total 34000");
        assertThat(UcpBuyer.totals(buyer(VOLTAGE).wants(cable, 1).create("express").json()))
                .isEqualTo("subtotal 30000, fulfillment 9000, total 39000");
    }

    @Test
    void everyThirdUnitIsFreeAndThreeSnacksCostFortyEightDollars() {
        JsonNode checkout =
                buyer(EVERYDAY)
                        .wants(numbered(1149, 1_990), 7)
                        .wants(numbered(1173, 1_690), 2)
                        .wants(numbered(1185, 2_490), 1)
                        .wants(numbered(1191, 1_990), 1)
                        .create("standard")
                        .json();

        // spaghetti 139.30 less 2 x 19.90; snacks 24.90 + 19.90 + 16.90 = 61.70 for 48.00, 16.90
        // alone; 217.90 - 39.80 - 13.70 = 164.40, delivery 35.00
        assertThat(UcpBuyer.totals(checkout))
                .isEqualTo("subtotal 21790, items_discount -5350, fulfillment 3500, total 19940");
    }

    @Test
    void aCheckoutIsReadyOnceAddressAndDeliveryAreChosen() {
        UcpBuyer buyer = buyer(VOLTAGE).wants(priced(VOLTAGE, 0, 10_000), 1);

        var created = buyer.create("");
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.json().path("status").asString()).isEqualTo("incomplete");
        assertThat(UcpBuyer.messages(created.json())).isEqualTo("missing");
        assertThat(buyer.complete(UUID.randomUUID()).json().path("status").asString())
                .isEqualTo("incomplete");

        JsonNode updated = buyer.update("standard").json();
        assertThat(updated.path("status").asString()).isEqualTo("ready_for_complete");
        assertThat(sandbox.orders(VOLTAGE)).isEmpty();
    }

    @Test
    void theSameKeyAndBodyIsAnsweredAgainAndNothingIsBookedTwice() {
        UcpBuyer buyer = buyer(VOLTAGE).wants(priced(VOLTAGE, 0, 10_000), 2);
        buyer.create("standard");
        UUID key = UUID.randomUUID();

        var first = buyer.complete(key);
        var again = buyer.complete(key);

        assertThat(first.json().path("status").asString()).isEqualTo("completed");
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(buyer.complete(key, UcpBuyer.CASH.replace("pi_1", "pi_2")).status())
                .isEqualTo(409);
        assertThat(UcpBuyer.messages(buyer.complete(UUID.randomUUID()).json()))
                .isEqualTo("invalid_state");
        assertThat(sandbox.orders(VOLTAGE)).hasSize(1);
        assertThat(sandbox.orders(VOLTAGE).getFirst().idempotencyKey()).contains(key.toString());
    }

    @Test
    void aPriceThatMovedSendsTheCheckoutBackUntilThePlatformAgrees() {
        String item = priced(VOLTAGE, 0, 10_000);
        UcpBuyer buyer = buyer(VOLTAGE).wants(item, 1);
        buyer.create("standard");
        sandbox.setPrice(VOLTAGE, item, 11_000);

        JsonNode back = buyer.complete(UUID.randomUUID()).json();
        assertThat(back.path("status").asString()).isEqualTo("incomplete");
        assertThat(UcpBuyer.messages(back)).isEqualTo("price_changed");
        assertThat(UcpBuyer.totals(back))
                .isEqualTo("subtotal 11000, fulfillment 4000, total 15000");
        assertThat(sandbox.orders(VOLTAGE)).isEmpty();

        buyer.update("standard");
        JsonNode done = buyer.complete(UUID.randomUUID()).json();
        assertThat(done.path("status").asString()).isEqualTo("completed");
        assertThat(sandbox.orders(VOLTAGE).getFirst().payable()).isEqualTo(15_000);
    }

    @Test
    void whatCannotBeHadIsRefusedWithStatus200AndNoResource() {
        String item = priced(VOLTAGE, 0, 10_000);
        sandbox.setStock(VOLTAGE, item, 1);

        var tooMany = buyer(VOLTAGE).wants(item, 2).create("standard");
        var unknown = buyer(VOLTAGE).wants("VT-1", 1).create("standard");

        assertThat(tooMany.status()).isEqualTo(200);
        assertThat(tooMany.json().path("ucp").path("status").asString()).isEqualTo("error");
        assertThat(UcpBuyer.messages(tooMany.json())).isEqualTo("out_of_stock");
        assertThat(UcpBuyer.messages(unknown.json())).isEqualTo("item_unavailable");
    }

    @Test
    void stockThatRanOutMeanwhileAndAnotherPaymentAreRecoverable() {
        String item = priced(VOLTAGE, 0, 10_000);
        UcpBuyer buyer = buyer(VOLTAGE).wants(item, 2);
        buyer.create("standard");

        JsonNode card =
                buyer.complete(UUID.randomUUID(), UcpBuyer.CASH.replace("cod_hk", "card")).json();
        assertThat(UcpBuyer.messages(card)).isEqualTo("payment_failed");
        sandbox.setStock(VOLTAGE, item, 1);
        JsonNode tooFew = buyer.complete(UUID.randomUUID()).json();
        assertThat(UcpBuyer.messages(tooFew)).isEqualTo("out_of_stock");
        assertThat(sandbox.orders(VOLTAGE)).isEmpty();
    }

    @Test
    void anUnknownCodeIsAWarningAndAnUnknownCountryAnError() {
        UcpBuyer buyer = buyer(EVERYDAY).wants(numbered(1149, 1_990), 1).withCodes("NOPE");

        assertThat(UcpBuyer.messages(buyer.create("standard").json()))
                .isEqualTo("discount_code_invalid");
        JsonNode abroad =
                buyer.call("/checkout-sessions", buyer.body("standard").replace("\"HK\"", "\"GB\""))
                        .json();
        assertThat(UcpBuyer.messages(abroad)).startsWith("address_undeliverable");
    }

    @Test
    void aCanceledCheckoutCannotBeCompleted() {
        UcpBuyer buyer = buyer(VOLTAGE).wants(priced(VOLTAGE, 0, 10_000), 1);
        buyer.create("standard");

        assertThat(buyer.cancel().json().path("status").asString()).isEqualTo("canceled");
        assertThat(UcpBuyer.messages(buyer.complete(UUID.randomUUID()).json()))
                .isEqualTo("invalid_state");
    }

    @Test
    void anOrderGathersItsEventsAsTimePasses() {
        UcpBuyer buyer = buyer(VOLTAGE).wants(priced(VOLTAGE, 0, 10_000), 1);
        buyer.create("standard");
        JsonNode done = buyer.complete(UUID.randomUUID()).json();
        String path = "/orders/" + done.path("order").path("id").asString();

        assertThat(events(buyer, path)).containsExactly("processing");
        clock.step(Duration.ofMinutes(10));
        assertThat(events(buyer, path)).containsExactly("processing", "shipped");
        clock.step(Duration.ofMinutes(10));
        assertThat(events(buyer, path)).containsExactly("processing", "shipped", "in_transit");
        clock.step(Duration.ofMinutes(10));
        assertThat(events(buyer, path))
                .containsExactly("processing", "shipped", "in_transit", "delivered");
    }

    @Test
    void requestsWithoutAnAgentAreRefused() {
        var answer =
                new Caller(sandbox.shop(VOLTAGE).base() + "/ucp/v1")
                        .post("/catalog/search", "{\"query\":\"\"}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("code").asString()).isEqualTo("invalid_profile_url");
    }

    @Test
    void anEmptyQuerySweepsTheWholeRangePageByPage() {
        UcpBuyer buyer = buyer(EVERYDAY);
        List<String> skus = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page =
                    buyer.call(
                                    "/catalog/search",
                                    """
                                    {"query":"","pagination":{"limit":40,"cursor":"%s"}}\
                                    """
                                            .formatted(cursor))
                            .json();
            page.path("products")
                    .forEach(p -> skus.add(p.path("variants").path(0).path("sku").asString()));
            cursor = page.path("pagination").path("cursor").asString("");
        } while (!cursor.isEmpty());
        assertThat(skus)
                .containsExactlyElementsOf(
                        sandbox.offers(EVERYDAY).stream().map(Offer::sku).toList());
    }

    private UcpBuyer buyer(String shop) {
        return new UcpBuyer(sandbox.shop(shop));
    }

    private String priced(String shop, int place, long price) {
        Offer offer = sandbox.offers(shop).get(place);
        sandbox.setPrice(shop, offer.sku(), price);
        sandbox.setStock(shop, offer.sku(), 100);
        return offer.itemId();
    }

    private String numbered(int number, long price) {
        String sku = "EH-" + number;
        sandbox.setPrice(EVERYDAY, sku, price);
        sandbox.setStock(EVERYDAY, sku, 100);
        return sku;
    }

    private static List<String> events(UcpBuyer buyer, String path) {
        List<String> types = new ArrayList<>();
        buyer.get(path)
                .json()
                .path("fulfillment")
                .path("events")
                .forEach(e -> types.add(e.path("type").asString()));
        return types;
    }
}
