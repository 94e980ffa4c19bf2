package com.truecart.sandbox;

import com.truecart.sandbox.http.Json;
import tools.jackson.databind.JsonNode;

/** Somebody with a cart in a WooCommerce shop. */
final class WooBuyer {
    static final String ADDRESS =
            """
            {"first_name":"Mei","last_name":"Chan","address_1":"1 Nathan Road","city":"Tsim Sha Tsui",\
            "state":"KOWLOON","country":"HK","phone":"+85255550100","email":"mei@buyer.example"}\
            """;

    private final Caller caller;

    WooBuyer(RunningShop shop) {
        String api = shop.base() + "/wp-json/wc/store/v1";
        String token = new Caller(api).get("/cart").header("Cart-Token");
        this.caller = new Caller(api, "Cart-Token", token, "Content-Type", "application/json");
    }

    Caller.Answer call(String path, String body) {
        return caller.post(path, body);
    }

    Caller.Answer get(String path) {
        return caller.get(path);
    }

    JsonNode cart() {
        return caller.get("/cart").json();
    }

    WooBuyer add(int id, int quantity) {
        JsonNode cart =
                caller.post("/cart/add-item", "{\"id\":" + id + ",\"quantity\":" + quantity + "}")
                        .json();
        if (!cart.has("items")) {
            throw new AssertionError("Not added: " + cart);
        }
        return this;
    }

    WooBuyer livesInHongKong() {
        caller.post(
                "/cart/update-customer",
                "{\"billing_address\":" + ADDRESS + ",\"shipping_address\":" + ADDRESS + "}");
        return this;
    }

    Caller.Answer coupon(String code) {
        return caller.post("/cart/apply-coupon", "{\"code\":\"" + code + "\"}");
    }

    /** Items, discount, delivery and total in cents. */
    String totals() {
        JsonNode totals = cart().path("totals");
        return "%s - %s + %s = %s"
                .formatted(
                        totals.path("total_items").asString("?"),
                        totals.path("total_discount").asString("?"),
                        totals.path("total_shipping").asString("?"),
                        totals.path("total_price").asString("?"));
    }

    Caller.Answer checkout(String expectedTotal, String note) {
        return caller.post(
                "/checkout",
                Json.object()
                        .put("payment_method", "cod")
                        .put("expected_total", expectedTotal)
                        .put("customer_note", note)
                        .set("billing_address", Json.MAPPER.readTree(ADDRESS))
                        .toString());
    }
}
