package com.truecart.sandbox.ucp;

import com.truecart.sandbox.http.Json;
import com.truecart.sandbox.http.Reply;
import com.truecart.sandbox.store.Offer;
import com.truecart.sandbox.store.Shelf;
import com.truecart.sandbox.world.Product;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Searching and looking up products. */
final class UcpCatalog {
    private static final int LARGEST_PAGE = 50;
    private static final int LARGEST_LOOKUP = 100;
    private static final Pattern CURSOR = Pattern.compile("after:(\\d{1,6})");
    private static final String PRODUCT = "prod_";

    private final Shelf shelf;
    private final URI base;

    UcpCatalog(Shelf shelf, URI base) {
        this.shelf = shelf;
        this.base = base;
    }

    /** One page of what matches; an empty query or an empty filter matches everything. */
    Reply search(ObjectNode body) {
        if (!body.has("query") && !body.has("filters")) {
            return UcpForm.protocolError(
                    400, "invalid_request", "A search needs a query or filters");
        }
        OptionalInt start = start(body.path("pagination").path("cursor").asString(""));
        if (start.isEmpty()) {
            return UcpForm.protocolError(400, "invalid_cursor", "This cursor is not ours");
        }
        int limit = Math.clamp(body.path("pagination").path("limit").asInt(10), 1, LARGEST_PAGE);
        List<Offer> found =
                shelf.offers().stream()
                        .filter(o -> meetsQuery(o, body.path("query").asString("")))
                        .filter(o -> meetsFilters(o, body.path("filters")))
                        .toList();
        boolean chinese = chinese(body);
        ObjectNode answer = Json.object();
        answer.set("ucp", UcpForm.success("catalog.search"));
        ArrayNode products = answer.putArray("products");
        found.stream()
                .skip(start.getAsInt())
                .limit(limit)
                .forEach(offer -> products.add(product(offer, chinese)));
        int next = start.getAsInt() + limit;
        ObjectNode pagination = answer.putObject("pagination");
        pagination.put("has_next_page", next < found.size()).put("total_count", found.size());
        if (next < found.size()) {
            pagination.put("cursor", cursor(next));
        }
        return Reply.json(200, answer);
    }

    /** The products with these ids: of a product, of a variant, or a barcode. */
    Reply lookup(ObjectNode body) {
        JsonNode ids = body.path("ids");
        if (ids.isEmpty() || ids.size() > LARGEST_LOOKUP) {
            return UcpForm.protocolError(
                    400, "invalid_request", "A lookup needs 1 to " + LARGEST_LOOKUP + " ids");
        }
        boolean chinese = chinese(body);
        ArrayNode messages = Json.array();
        Map<String, ObjectNode> found = new LinkedHashMap<>();
        for (int i = 0; i < ids.size(); i++) {
            String id = ids.get(i).asString("");
            Optional<Offer> offer = byAnyId(id);
            if (offer.isEmpty()) {
                messages.addObject()
                        .put("type", "info")
                        .put("code", "not_found")
                        .put("path", "$.ids[" + i + "]")
                        .put("content", "There is no " + id);
                continue;
            }
            ObjectNode product =
                    found.computeIfAbsent(offer.get().sku(), _ -> product(offer.get(), chinese));
            ObjectNode variant = (ObjectNode) product.path("variants").path(0);
            variant.withArray("inputs")
                    .addObject()
                    .put("id", id)
                    .put("match", id.startsWith(PRODUCT) ? "featured" : "exact");
        }
        ObjectNode answer = Json.object();
        answer.set("ucp", UcpForm.success("catalog.lookup"));
        ArrayNode products = answer.putArray("products");
        found.values().forEach(products::add);
        if (!messages.isEmpty()) {
            answer.set("messages", messages);
        }
        return Reply.json(200, answer);
    }

    private Optional<Offer> byAnyId(String id) {
        String sku = id.startsWith(PRODUCT) ? id.substring(PRODUCT.length()) : id;
        return shelf.sku(sku)
                .or(() ->
                        shelf.offers().stream()
                                .filter(o -> o.product().gtin().equals(id))
                                .findFirst());
    }

    private static boolean meetsQuery(Offer offer, String query) {
        Product p = offer.product();
        String text =
                String.join(
                                " ",
                                p.name(),
                                p.nameZh(),
                                p.brand(),
                                p.brandZh(),
                                p.gtin(),
                                offer.sku())
                        .toLowerCase(Locale.ROOT);
        return Arrays.stream(query.strip().split("\\s+", -1))
                .allMatch(word -> text.contains(word.toLowerCase(Locale.ROOT)));
    }

    private static boolean meetsFilters(Offer offer, JsonNode filters) {
        JsonNode price = filters.path("price");
        if (offer.price() < price.path("min").asLong(0)
                || offer.price() > price.path("max").asLong(Long.MAX_VALUE)) {
            return false;
        }
        JsonNode categories = filters.path("categories");
        if (categories.isEmpty()) {
            return true;
        }
        String path = String.join(" > ", offer.product().category());
        for (JsonNode category : categories) {
            String wanted = category.asString("");
            if (path.startsWith(wanted) || offer.product().isIn(wanted)) {
                return true;
            }
        }
        return false;
    }

    private static boolean chinese(ObjectNode body) {
        return body.path("context").path("language").asString("").startsWith("zh");
    }

    private static String cursor(int start) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(("after:" + start).getBytes(StandardCharsets.UTF_8));
    }

    private static OptionalInt start(String cursor) {
        if (cursor.isEmpty()) {
            return OptionalInt.of(0);
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            var matcher = CURSOR.matcher(text);
            return matcher.matches()
                    ? OptionalInt.of(Integer.parseInt(matcher.group(1)))
                    : OptionalInt.empty();
        } catch (IllegalArgumentException _) {
            return OptionalInt.empty();
        }
    }

    /** UCP has no place for a brand or a maker's part number, so they are metadata. */
    private ObjectNode product(Offer offer, boolean chinese) {
        Product product = offer.product();
        String title = chinese ? product.nameZh() : product.name();
        ObjectNode node = Json.object();
        node.put("id", PRODUCT + offer.sku());
        node.put("handle", offer.sku().toLowerCase(Locale.ROOT));
        node.put("title", title);
        node.putObject("description").put("plain", product.description());
        node.put("url", base + "/p/" + offer.sku());
        node.putArray("categories")
                .addObject()
                .put("value", String.join(" > ", product.category()))
                .put("taxonomy", "merchant");
        node.set("price_range", range(offer.price()));
        if (offer.onSale()) {
            node.set("list_price_range", range(offer.regularPrice()));
        }
        node.putArray("media")
                .addObject()
                .put("type", "image")
                .put("url", base + "/img/" + offer.sku() + ".svg")
                .put("alt_text", title);
        node.putArray("variants").add(variant(offer));
        ObjectNode metadata = node.putObject("metadata");
        metadata.put("brand", product.brand()).put("brand_zh", product.brandZh());
        metadata.put("title_zh", product.nameZh()).put("title_en", product.name());
        metadata.put("category_zh", String.join(" > ", product.categoryZh()));
        metadata.put("pack", product.pack());
        product.mpn().ifPresent(mpn -> metadata.put("mpn", mpn));
        return node;
    }

    private static ObjectNode variant(Offer offer) {
        Product product = offer.product();
        boolean available = offer.stock() > 0;
        ObjectNode variant = Json.object();
        variant.put("id", offer.itemId()).put("sku", offer.sku());
        variant.putArray("barcodes")
                .addObject()
                .put("type", product.gtin().startsWith("978") ? "ISBN" : "EAN")
                .put("value", product.gtin());
        variant.put("title", product.pack());
        variant.putObject("description").put("plain", product.description());
        variant.set("price", UcpForm.price(offer.price()));
        if (offer.onSale()) {
            variant.set("list_price", UcpForm.price(offer.regularPrice()));
        }
        variant.putObject("availability")
                .put("available", available)
                .put("status", available ? "in_stock" : "out_of_stock");
        return variant;
    }

    private static ObjectNode range(long cents) {
        ObjectNode range = Json.object();
        range.set("min", UcpForm.price(cents));
        range.set("max", UcpForm.price(cents));
        return range;
    }
}
