package com.truecart.chaos;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What an {@link UnfairShop} sells, and at which price. */
record Shelf(String shop) {
    static final int ARTICLES = 12;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    ObjectNode products() {
        ArrayNode list = JSON.createArrayNode();
        for (int i = 1; i <= ARTICLES; i++) {
            list.addObject()
                    .put("sku", "a" + i)
                    .put("title", shop + " article " + i)
                    .put("price", price(i));
        }
        ObjectNode all = JSON.createObjectNode();
        all.set("products", list);
        return all;
    }

    ObjectNode quote(JsonNode asked) {
        long total = 0;
        for (JsonNode line : asked.path("lines")) {
            int article = Integer.parseInt(line.path("sku").asString().substring(1));
            total += price(article) * line.path("quantity").asInt();
        }
        return JSON.createObjectNode().put("total", total);
    }

    /** Two of the cheapest are more than the least a card is charged with (HK$4.00 at Stripe). */
    private long price(int article) {
        return 4_00L + 1_00L * article + shop.length();
    }
}
