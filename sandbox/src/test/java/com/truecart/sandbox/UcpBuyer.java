package com.truecart.sandbox;

import com.truecart.sandbox.http.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A platform that buys from a UCP shop. */
final class UcpBuyer {
    static final String CASH =
            """
            {"payment":{"instruments":[{"id":"pi_1","handler_id":"cod_hk",\
            "type":"cash_on_delivery","selected":true}]}}\
            """;

    private final Caller caller;
    private final Map<String, Integer> items = new LinkedHashMap<>();
    private String[] codes = {};
    private String id = "";

    UcpBuyer(RunningShop shop) {
        this.caller =
                new Caller(
                        shop.base() + "/ucp/v1",
                        "UCP-Agent",
                        "profile=\"https://buyer.example/.well-known/ucp\"",
                        "Content-Type",
                        "application/json");
    }

    UcpBuyer wants(String item, int quantity) {
        items.put(item, quantity);
        return this;
    }

    UcpBuyer withCodes(String... some) {
        codes = some;
        return this;
    }

    String body(String option) {
        ObjectNode body = Json.object();
        var lines = body.putArray("line_items");
        items.forEach((item, quantity) -> {
            ObjectNode line = lines.addObject();
            line.putObject("item").put("id", item);
            line.put("quantity", quantity);
        });
        body.putObject("buyer").put("first_name", "Mei").put("email", "mei@buyer.example");
        var sent = body.putObject("discounts").putArray("codes");
        for (String code : codes) {
            sent.add(code);
        }
        ObjectNode method = body.putObject("fulfillment").putArray("methods").addObject();
        method.put("type", "shipping");
        method.putArray("destinations")
                .addObject()
                .put("id", "home")
                .put("street_address", "1 Nathan Road")
                .put("address_locality", "Tsim Sha Tsui")
                .put("address_region", "Kowloon")
                .put("address_country", "HK");
        if (!option.isEmpty()) {
            method.putArray("groups").addObject().put("selected_option_id", option);
        }
        return body.toString();
    }

    Caller.Answer create(String option) {
        Caller.Answer answer = caller.post("/checkout-sessions", body(option));
        id = answer.json().path("id").asString("");
        return answer;
    }

    Caller.Answer update(String option) {
        return caller.call("PUT", "/checkout-sessions/" + id, body(option));
    }

    Caller.Answer show() {
        return caller.get("/checkout-sessions/" + id);
    }

    Caller.Answer complete(UUID key) {
        return complete(key, CASH);
    }

    Caller.Answer complete(UUID key, String payment) {
        return complete(id, key, payment);
    }

    Caller.Answer completeSession(String session, UUID key) {
        return complete(session, key, CASH);
    }

    private Caller.Answer complete(String session, UUID key, String payment) {
        return caller.post(
                "/checkout-sessions/" + session + "/complete",
                payment,
                "Idempotency-Key",
                key.toString());
    }

    Caller.Answer cancel() {
        return caller.post("/checkout-sessions/" + id + "/cancel", "{}");
    }

    Caller.Answer call(String path, String body) {
        return caller.post(path, body);
    }

    Caller.Answer get(String path) {
        return caller.get(path);
    }

    /** The breakdown in cents, in the order in which it came. */
    static String totals(JsonNode checkout) {
        StringBuilder text = new StringBuilder();
        for (JsonNode total : checkout.path("totals")) {
            text.append(text.isEmpty() ? "" : ", ")
                    .append(total.path("type").asString(""))
                    .append(' ')
                    .append(total.path("amount").asLong(0));
        }
        return text.toString();
    }

    /** The codes of all messages, in order. */
    static String messages(JsonNode answer) {
        StringBuilder text = new StringBuilder();
        for (JsonNode message : answer.path("messages")) {
            text.append(text.isEmpty() ? "" : ", ").append(message.path("code").asString(""));
        }
        return text.toString();
    }
}
