package com.truecart.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.sandbox.store.BookedOrder;
import com.truecart.sandbox.store.Offer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class WooProtocolTest {
    private static final String HARBOUR = "harbour-grocer";

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
    void pagesTogetherHoldEveryProductOnce() {
        Caller shop = api(HARBOUR);
        List<String> skus = new ArrayList<>();
        int pages = Integer.parseInt(shop.get("/products?per_page=37").header("X-WP-TotalPages"));
        for (int page = 1; page <= pages; page++) {
            var answer = shop.get("/products?per_page=37&orderby=title&order=asc&page=" + page);
            answer.json().forEach(p -> skus.add(p.path("sku").asString()));
            assertThat(answer.header("X-WP-Total"))
                    .isEqualTo(Integer.toString(sandbox.offers(HARBOUR).size()));
        }
        assertThat(skus)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(
                        sandbox.offers(HARBOUR).stream().map(Offer::sku).toList());
        assertThat(shop.get("/products?per_page=101").status()).isEqualTo(400);
    }

    @Test
    void aProductIsFoundByItsChineseNameAndCarriesItsGtinAsAnAttribute() {
        JsonNode found =
                api("sampan-general")
                        .get("/products?search=%E7%B6%AD%E8%A8%98%E7%89%9B%E5%A5%B6%20946")
                        .json();

        assertThat(found).isNotEmpty();
        JsonNode milk = found.path(0);
        assertThat(milk.path("name").asString()).startsWith("Kowloon Dairy");
        assertThat(milk.path("prices").path("currency_minor_unit").asInt()).isEqualTo(2);
        assertThat(milk.path("attributes").path(1).path("name").asString()).isEqualTo("GTIN");
        assertThat(milk.path("attributes").path(1).path("terms").path(0).path("name").asString())
                .hasSize(13);
    }

    @Test
    void writingWithoutACartTokenIsRefused() {
        var answer = api(HARBOUR).post("/cart/add-item", "{\"id\":1001}");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(code(answer)).isEqualTo("woocommerce_rest_missing_nonce");
    }

    @Test
    void anOrderIsBookedAndASecondCheckoutFindsTheCartEmpty() {
        WooBuyer buyer = filled(2);
        String total = buyer.cart().path("totals").path("total_price").asString();

        var placed = buyer.checkout(total, "ref TC-1");

        assertThat(placed.status()).isEqualTo(200);
        assertThat(placed.json().path("status").asString()).isEqualTo("processing");
        assertThat(code(buyer.checkout(total, "ref TC-1")))
                .isEqualTo("woocommerce_rest_cart_empty");
        assertThat(sandbox.orders(HARBOUR)).hasSize(1);
        BookedOrder order = sandbox.orders(HARBOUR).getFirst();
        assertThat(order.note()).contains("ref TC-1");
        assertThat(Long.toString(order.payable())).isEqualTo(total);
    }

    @Test
    void withoutIdempotencyTheSameCartBuiltAgainIsASecondOrder() {
        for (int i = 0; i < 2; i++) {
            WooBuyer buyer = filled(1);
            buyer.checkout(buyer.cart().path("totals").path("total_price").asString(), "same");
        }
        assertThat(sandbox.orders(HARBOUR)).hasSize(2);
    }

    @Test
    void anotherTotalThanExpectedIsAConflictThatCarriesTheCartAndBooksNothing() {
        WooBuyer buyer = filled(1);
        Offer offer = sandbox.offers(HARBOUR).getFirst();
        String total = buyer.cart().path("totals").path("total_price").asString();
        sandbox.setPrice(HARBOUR, offer.sku(), offer.price() + 100);

        var answer = buyer.checkout(total, "");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(code(answer)).isEqualTo("woocommerce_rest_checkout_total_mismatch");
        assertThat(
                        answer.json()
                                .path("data")
                                .path("cart")
                                .path("totals")
                                .path("total_price")
                                .asString())
                .isEqualTo(Long.toString(Long.parseLong(total) + 100));
        assertThat(sandbox.orders(HARBOUR)).isEmpty();
    }

    @Test
    void missingAddressFieldsAreNamed() {
        WooBuyer buyer = new WooBuyer(sandbox.shop(HARBOUR));
        buyer.add(sandbox.offers(HARBOUR).getFirst().product().number(), 1);

        var answer =
                buyer.call(
                        "/checkout",
                        """
                        {"payment_method":"cod","billing_address":{"first_name":"A","country":"HK"}}\
                        """);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("data").path("status").asInt()).isEqualTo(400);
        assertThat(answer.json().path("data").path("params").path("billing_address").asString())
                .contains("last_name", "address_1", "city", "state", "email");
    }

    @Test
    void aBatchBuildsACartInOneRoundTrip() {
        int id = sandbox.offers(HARBOUR).getFirst().product().number();
        WooBuyer buyer = new WooBuyer(sandbox.shop(HARBOUR));

        var answer =
                buyer.call(
                        "/batch",
                        """
                        {"requests":[
                        {"path":"/wc/store/v1/cart/add-item","method":"POST","body":{"id":%d,"quantity":2}},
                        {"path":"/wc/store/v1/cart/add-item","method":"POST","body":{"id":1,"quantity":1}}]}\
                        """
                                .formatted(id));

        assertThat(answer.status()).isEqualTo(207);
        JsonNode responses = answer.json().path("responses");
        assertThat(responses.path(0).path("status").asInt()).isEqualTo(201);
        assertThat(responses.path(1).path("body").path("code").asString())
                .isEqualTo("woocommerce_rest_cart_invalid_product");
        assertThat(buyer.cart().path("items_count").asInt()).isEqualTo(2);
    }

    @Test
    void moreThanThereIsCannotBeAddedNorOrdered() {
        Offer offer = sandbox.offers(HARBOUR).getFirst();
        WooBuyer buyer = filled(3);
        sandbox.setStock(HARBOUR, offer.sku(), 2);

        assertThat(code(buyer.call("/cart/add-item", "{\"id\":" + offer.itemId() + "}")))
                .isEqualTo("woocommerce_rest_product_partially_out_of_stock");
        var answer = buyer.checkout(buyer.cart().path("totals").path("total_price").asString(), "");
        assertThat(answer.status()).isEqualTo(409);
        assertThat(sandbox.orders(HARBOUR)).isEmpty();
    }

    @Test
    void anOrderIsShownToWhoHasItsKeyAndMovesWithTheClock() {
        WooBuyer buyer = filled(1);
        JsonNode placed =
                buyer.checkout(buyer.cart().path("totals").path("total_price").asString(), "n")
                        .json();
        String path =
                "/order/" + placed.path("order_id").asInt() + "?billing_email=mei%40buyer.example";
        String key = "&key=" + placed.path("order_key").asString();

        assertThat(buyer.get(path + "&key=wrong").status()).isEqualTo(401);
        assertThat(buyer.get(path.replace("mei", "eve") + key).status()).isEqualTo(401);
        assertThat(status(buyer, path + key)).isEqualTo("processing");
        clock.step(Duration.ofMinutes(29));
        assertThat(status(buyer, path + key)).isEqualTo("processing");
        clock.step(Duration.ofMinutes(1));
        assertThat(status(buyer, path + key)).isEqualTo("completed");
    }

    @Test
    void aShopWithShipmentTrackingSaysShippedAndDelivered() {
        Offer offer = sandbox.offers("sampan-general").getFirst();
        sandbox.setStock("sampan-general", offer.sku(), 10);
        WooBuyer buyer = new WooBuyer(sandbox.shop("sampan-general"));
        buyer.add(offer.product().number(), 1).livesInHongKong();
        JsonNode placed =
                buyer.checkout(buyer.cart().path("totals").path("total_price").asString(), "")
                        .json();
        String path =
                "/order/%d?billing_email=mei%%40buyer.example&key=%s"
                        .formatted(
                                placed.path("order_id").asInt(),
                                placed.path("order_key").asString());

        clock.step(Duration.ofMinutes(10));
        JsonNode order = buyer.get(path).json();
        assertThat(order.path("status").asString()).isEqualTo("shipped");
        assertThat(
                        order.path("extensions")
                                .path("shipment-tracking")
                                .path("items")
                                .path(0)
                                .path("tracking_number")
                                .asString())
                .startsWith("SF");
        clock.step(Duration.ofMinutes(20));
        assertThat(status(buyer, path)).isEqualTo("delivered");
    }

    private WooBuyer filled(int quantity) {
        Offer offer = sandbox.offers(HARBOUR).getFirst();
        sandbox.setStock(HARBOUR, offer.sku(), 50);
        return new WooBuyer(sandbox.shop(HARBOUR))
                .add(offer.product().number(), quantity)
                .livesInHongKong();
    }

    private Caller api(String shop) {
        return new Caller(sandbox.shop(shop).base() + "/wp-json/wc/store/v1");
    }

    private static String status(WooBuyer buyer, String path) {
        return buyer.get(path).json().path("status").asString();
    }

    private static String code(Caller.Answer answer) {
        return answer.json().path("code").asString();
    }
}
