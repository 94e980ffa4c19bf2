package com.truecart.sandbox.shopify;

import com.truecart.sandbox.graphql.Refusal;
import com.truecart.sandbox.http.Json;
import com.truecart.sandbox.shopify.ShopifyRange.Listed;
import com.truecart.sandbox.store.Offer;
import graphql.schema.DataFetchingEnvironment;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the shop lists, over GraphQL and as {@code /products.json}. */
final class ShopifyProducts {
    private static final int LARGEST_PAGE = 250;
    private static final String OPTION = "Size";
    private static final String NO_OPTION = "Default Title";

    private final ShopifyRange range;
    private final URI base;

    ShopifyProducts(ShopifyRange range, URI base) {
        this.range = range;
        this.base = base;
    }

    Map<String, Object> products(DataFetchingEnvironment env) {
        return connection(env, range.products(), product -> product(product, isChinese(env)));
    }

    Map<String, Object> variants(DataFetchingEnvironment env) {
        Map<String, Object> product = env.getSource();
        Listed listed =
                range.product(String.valueOf(Objects.requireNonNull(product).get("id")))
                        .orElseThrow();
        return connection(env, listed.variants(), offer -> variant(listed, offer));
    }

    @Nullable Map<String, Object> product(DataFetchingEnvironment env) {
        return range.product(String.valueOf(env.<Object>getArgument("id")))
                .map(listed -> product(listed, isChinese(env)))
                .orElse(null);
    }

    private Map<String, Object> product(Listed listed, boolean chinese) {
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("id", ShopifyRange.productGid(listed));
        node.put("title", chinese ? listed.titleZh() : listed.title());
        node.put("handle", listed.handle());
        node.put("description", listed.sample().description());
        node.put("vendor", chinese ? listed.sample().brandZh() : listed.sample().brand());
        node.put("productType", listed.sample().category().getLast());
        node.put("onlineStoreUrl", base + "/products/" + listed.handle());
        node.put("featuredImage", image(listed.variants().getFirst()));
        node.put(
                "availableForSale",
                listed.variants().stream().anyMatch(offer -> offer.stock() > 0));
        return node;
    }

    Map<String, Object> variant(Listed listed, Offer offer) {
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("id", ShopifyRange.variantGid(offer));
        node.put("title", title(listed, offer));
        node.put("sku", offer.sku());
        node.put("barcode", offer.product().gtin());
        node.put("price", ShopifyAmount.of(offer.price()));
        node.put("compareAtPrice", offer.onSale() ? ShopifyAmount.of(offer.regularPrice()) : null);
        node.put("availableForSale", offer.stock() > 0);
        node.put("currentlyNotInStock", false);
        node.put("stock", offer.stock());
        node.put("requiresShipping", true);
        node.put(
                "selectedOptions",
                List.of(
                        Map.of(
                                "name",
                                listed.isOfOneSize() ? "Title" : OPTION,
                                "value",
                                title(listed, offer))));
        node.put("image", image(offer));
        return node;
    }

    /** Quantities are told only to who was given a token with the right to ask. */
    static Object quantityAvailable(DataFetchingEnvironment env) {
        if (!env.getGraphQlContext().hasKey(ShopifyShop.TOKEN)) {
            throw new Refusal(
                    "ACCESS_DENIED",
                    "Access denied for quantityAvailable field. Required access:"
                            + " `unauthenticated_read_product_inventory` access scope.");
        }
        Map<String, Object> variant = env.getSource();
        return Objects.requireNonNull(Objects.requireNonNull(variant).get("stock"));
    }

    /** Pages by number, the newest product first; no currency and no barcode. */
    ObjectNode json(int limit, int page) {
        int size = Math.clamp(limit, 1, LARGEST_PAGE);
        ObjectNode node = Json.object();
        ArrayNode products = node.putArray("products");
        range.products().reversed().stream()
                .skip((long) (Math.max(1, page) - 1) * size)
                .limit(size)
                .forEach(listed -> products.add(json(listed)));
        return node;
    }

    private ObjectNode json(Listed listed) {
        ObjectNode node = Json.object();
        node.put("id", listed.number());
        node.put("title", listed.title());
        node.put("handle", listed.handle());
        node.put("body_html", "<p>" + listed.sample().description() + "</p>");
        node.put("vendor", listed.sample().brand());
        node.put("product_type", listed.sample().category().getLast());
        node.putArray("tags");
        ArrayNode variants = node.putArray("variants");
        for (Offer offer : listed.variants()) {
            ObjectNode variant = variants.addObject();
            variant.put("id", Long.parseLong(offer.itemId()));
            variant.put("title", title(listed, offer));
            variant.put("option1", title(listed, offer));
            variant.put("sku", offer.sku());
            variant.put("requires_shipping", true);
            variant.put("available", offer.stock() > 0);
            variant.put("price", "%d.%02d".formatted(offer.price() / 100, offer.price() % 100));
            if (offer.onSale()) {
                variant.put(
                        "compare_at_price",
                        "%d.%02d"
                                .formatted(offer.regularPrice() / 100, offer.regularPrice() % 100));
            } else {
                variant.putNull("compare_at_price");
            }
            variant.put("product_id", listed.number());
        }
        node.putArray("images").addObject().put("src", address(listed.variants().getFirst()));
        node.putArray("options")
                .addObject()
                .put("name", listed.isOfOneSize() ? "Title" : OPTION)
                .put("position", 1);
        return node;
    }

    private static String title(Listed listed, Offer offer) {
        return listed.isOfOneSize() ? NO_OPTION : offer.product().pack();
    }

    private Map<String, Object> image(Offer offer) {
        return Map.of("url", address(offer), "altText", offer.product().name());
    }

    private String address(Offer offer) {
        return base + "/img/" + offer.sku() + ".svg";
    }

    private static boolean isChinese(DataFetchingEnvironment env) {
        return env.getOperationDefinition().getDirectives("inContext").stream()
                .flatMap(directive -> directive.getArguments().stream())
                .filter(argument -> argument.getName().equals("language"))
                .map(argument -> ShopifyShop.value(argument.getValue(), env))
                .anyMatch(language -> language.startsWith("ZH"));
    }

    private static <T> Map<String, Object> connection(
            DataFetchingEnvironment env, List<T> all, Function<T, Map<String, Object>> shown) {
        int first = env.getArgumentOrDefault("first", 0);
        if (first < 1 || first > LARGEST_PAGE) {
            throw new Refusal("BAD_REQUEST", "you must provide one of first or last, up to 250");
        }
        String after = env.getArgument("after");
        int from = after == null ? 0 : position(after);
        int to = Math.min(all.size(), from + first);
        List<Map<String, Object>> nodes =
                from >= to ? List.of() : all.subList(from, to).stream().map(shown).toList();
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("hasNextPage", to < all.size());
        page.put("endCursor", nodes.isEmpty() ? null : cursor(to));
        return Map.of("nodes", nodes, "pageInfo", page);
    }

    private static String cursor(int position) {
        return Base64.getEncoder()
                .encodeToString(("{\"at\":" + position + "}").getBytes(StandardCharsets.UTF_8));
    }

    private static int position(String cursor) {
        try {
            String text = new String(Base64.getDecoder().decode(cursor), StandardCharsets.UTF_8);
            return Integer.parseInt(text.replaceAll("\\D", ""));
        } catch (IllegalArgumentException notOurs) {
            throw new Refusal("BAD_REQUEST", "Invalid cursor: " + cursor);
        }
    }
}
