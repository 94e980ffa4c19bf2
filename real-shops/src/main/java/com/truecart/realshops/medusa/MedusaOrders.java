package com.truecart.realshops.medusa;

import static com.truecart.realshops.medusa.MedusaAdmin.made;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What was bought, and what the shop does with it. */
public final class MedusaOrders {
    private static final String ORDERS = "/admin/orders/";

    private final Api api;
    private final String location;

    MedusaOrders(Api api, String location) {
        this.api = api;
        this.location = location;
    }

    /** How many were ever placed. */
    public int count() {
        return api.get("/admin/orders?limit=1&fields=id").get("count").intValue();
    }

    /** The id of the newest order. */
    public String newest() {
        return api.get("/admin/orders?limit=1&fields=id&order=-created_at")
                .at("/orders/0/id")
                .stringValue();
    }

    /** What others noted on an order. */
    public JsonNode metadata(String order) {
        return api.get(ORDERS + order + "?fields=metadata").at("/order/metadata");
    }

    /** Takes the money. */
    public void capture(String order) {
        api.post("/admin/payments/" + payment(order) + "/capture", Map.of());
    }

    /** Gives so much of it back. */
    public void refund(String order, BigDecimal amount) {
        api.post("/admin/payments/" + payment(order) + "/refund", Map.of("amount", amount));
    }

    /**
     * Packs everything.
     *
     * @return the fulfilment's id
     */
    public String fulfil(String order) {
        JsonNode fulfilled =
                api.post(
                        ORDERS + order + "/fulfillments?fields=*fulfillments",
                        Map.of("location_id", location, "items", items(order)));
        return fulfilled.at("/order/fulfillments/0/id").stringValue();
    }

    /** Sends what was packed, under a number people can follow it by. */
    public void ship(String order, String fulfilment, String trackingNumber, String trackingUrl) {
        Map<String, Object> body = new HashMap<>();
        body.put("items", items(order));
        body.put(
                "labels",
                List.of(
                        Map.of(
                                "tracking_number",
                                trackingNumber,
                                "tracking_url",
                                trackingUrl,
                                "label_url",
                                "")));
        api.post(ORDERS + order + "/fulfillments/" + fulfilment + "/shipments", body);
    }

    /** It has arrived. */
    public void deliver(String order, String fulfilment) {
        api.post(ORDERS + order + "/fulfillments/" + fulfilment + "/mark-as-delivered", Map.of());
    }

    /** Gives up an order of which nothing was packed. */
    public void cancel(String order) {
        made(api.post(ORDERS + order + "/cancel", Map.of()));
    }

    private String payment(String order) {
        return api.get(ORDERS + order + "?fields=payment_collections.payments.id")
                .at("/order/payment_collections/0/payments/0/id")
                .stringValue();
    }

    private List<Map<String, ?>> items(String order) {
        List<Map<String, ?>> items = new ArrayList<>();
        for (JsonNode item : api.get(ORDERS + order + "?fields=*items").at("/order/items")) {
            items.add(
                    Map.of(
                            "id",
                            item.get("id").stringValue(),
                            "quantity",
                            item.get("quantity").intValue()));
        }
        return items;
    }
}
