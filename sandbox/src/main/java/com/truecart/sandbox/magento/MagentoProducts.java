package com.truecart.sandbox.magento;

import com.truecart.sandbox.graphql.Refusal;
import com.truecart.sandbox.store.Families;
import com.truecart.sandbox.store.Offer;
import com.truecart.sandbox.store.Shelf;
import com.truecart.sandbox.till.StoneHouseTill;
import com.truecart.sandbox.world.Product;
import graphql.schema.DataFetchingEnvironment;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the shop lists: sizes of one thing are the variants of a configurable product. */
final class MagentoProducts {
    /** Under this name an object of several possible types says which it is. */
    static final String TYPE = "__type";

    private static final int LARGEST_PAGE = 300;
    private static final int FEW = 5;
    private static final String SIZE = "size";

    private final Shelf shelf;
    private final URI base;

    MagentoProducts(Shelf shelf, URI base) {
        this.shelf = shelf;
        this.base = base;
    }

    /** A product as it is listed: one thing, or several under a name. */
    record Listed(String sku, String name, List<Offer> offers) {
        boolean isConfigurable() {
            return offers.size() > 1;
        }
    }

    List<Listed> listed() {
        List<Listed> listed = new ArrayList<>();
        Families.of(shelf)
                .forEach((family, offers) -> {
                    Offer first = offers.getFirst();
                    listed.add(
                            offers.size() == 1
                                    ? new Listed(first.sku(), first.product().name(), offers)
                                    : new Listed("SH/" + first.product().number(), family, offers));
                });
        return listed;
    }

    /** The thing behind a SKU, and of a variant only together with its parent's. */
    Optional<Offer> offer(String sku, Optional<String> parent) {
        return listed().stream()
                .filter(product ->
                        product.isConfigurable()
                                ? parent.filter(product.sku()::equals).isPresent()
                                : parent.isEmpty())
                .flatMap(product -> product.offers().stream())
                .filter(offer -> offer.sku().equals(sku))
                .findFirst();
    }

    Listed productOf(String sku) {
        return listed().stream()
                .filter(product -> product.offers().stream().anyMatch(o -> o.sku().equals(sku)))
                .findFirst()
                .orElseThrow();
    }

    Map<String, Object> products(DataFetchingEnvironment env) {
        if (env.getArgument("search") == null && env.getArgument("filter") == null) {
            throw new Refusal("graphql-input", "'search' or 'filter' input argument is required.");
        }
        int size = env.getArgumentOrDefault("pageSize", 20);
        int page = env.getArgumentOrDefault("currentPage", 1);
        if (page < 1 || size < 1 || size > LARGEST_PAGE) {
            throw new Refusal("graphql-input", "Maximum pageSize is " + LARGEST_PAGE);
        }
        List<Listed> all =
                listed().stream()
                        .sorted(Comparator.comparing(Listed::name).thenComparing(Listed::sku))
                        .toList();
        int pages = (all.size() + size - 1) / size;
        if (page > pages) {
            throw new Refusal(
                    "graphql-input",
                    "currentPage value %d specified is greater than the %d page(s) available."
                            .formatted(page, pages));
        }
        return Map.of(
                "total_count",
                all.size(),
                "page_info",
                Map.of("current_page", page, "page_size", size, "total_pages", pages),
                "items",
                all.stream()
                        .skip((long) (page - 1) * size)
                        .limit(size)
                        .map(this::product)
                        .toList());
    }

    Map<String, Object> product(Listed listed) {
        if (!listed.isConfigurable()) {
            return simple(listed.offers().getFirst());
        }
        Offer cheapest =
                listed.offers().stream().min(Comparator.comparingLong(Offer::price)).orElseThrow();
        Map<String, Object> node = simple(cheapest);
        node.put(TYPE, "ConfigurableProduct");
        node.put("uid", uid(listed.sku()));
        node.put("sku", listed.sku());
        node.put("name", listed.name());
        node.put("url_key", key(listed.name()));
        node.put("price_tiers", List.of());
        node.put(
                "stock_status",
                listed.offers().stream().anyMatch(offer -> offer.stock() > 0)
                        ? "IN_STOCK"
                        : "OUT_OF_STOCK");
        node.put("only_x_left_in_stock", null);
        node.put("configurable_options", List.of(Map.of("attribute_code", SIZE, "label", "Size")));
        node.put(
                "variants",
                listed.offers().stream()
                        .map(offer ->
                                Map.of(
                                        "attributes",
                                        List.of(
                                                Map.of(
                                                        "code", SIZE,
                                                        "label", offer.product().pack(),
                                                        "uid", uid("size/" + offer.sku()))),
                                        "product",
                                        simple(offer)))
                        .toList());
        return node;
    }

    Map<String, Object> simple(Offer offer) {
        Product product = offer.product();
        Map<String, Object> node = new LinkedHashMap<>();
        node.put(TYPE, "SimpleProduct");
        node.put("uid", uid(offer.sku()));
        node.put("sku", offer.sku());
        node.put("name", product.name());
        node.put("url_key", key(product.name()));
        node.put("stock_status", offer.stock() > 0 ? "IN_STOCK" : "OUT_OF_STOCK");
        node.put(
                "only_x_left_in_stock",
                offer.stock() > 0 && offer.stock() <= FEW ? offer.stock() : null);
        node.put("description", Map.of("html", "<p>" + product.description() + "</p>"));
        node.put(
                "image",
                Map.of("url", base + "/img/" + offer.sku() + ".svg", "label", product.name()));
        List<Map<String, Object>> categories = new ArrayList<>();
        for (int i = 0; i < product.category().size(); i++) {
            // the narrowest first: nothing orders them but their level
            int step = product.category().size() - 1 - i;
            categories.add(
                    Map.of(
                            TYPE,
                            "CategoryTree",
                            "uid",
                            uid(product.category().get(step)),
                            "name",
                            product.category().get(step),
                            "level",
                            step + 2));
        }
        node.put("categories", categories);
        node.put(
                "price_range",
                Map.of(
                        "minimum_price",
                        Map.of(
                                "regular_price", MagentoAmount.of(offer.regularPrice()),
                                "final_price", MagentoAmount.of(offer.price()))));
        node.put(
                "price_tiers",
                StoneHouseTill.tiers(offer).stream()
                        .map(tier ->
                                Map.of(
                                        "quantity", tier.from(),
                                        "final_price", MagentoAmount.of(tier.price())))
                        .toList());
        node.put("custom_attributesV2", Map.of("items", attributes(product)));
        return node;
    }

    private static List<Map<String, Object>> attributes(Product product) {
        List<Map<String, Object>> attributes = new ArrayList<>();
        attributes.add(
                Map.of(
                        TYPE,
                        "AttributeSelectedOptions",
                        "code",
                        "manufacturer",
                        "selected_options",
                        List.of(Map.of("label", product.brand(), "value", "7"))));
        attributes.add(Map.of(TYPE, "AttributeValue", "code", "gtin", "value", product.gtin()));
        product.mpn()
                .ifPresent(mpn ->
                        attributes.add(
                                Map.of(TYPE, "AttributeValue", "code", "mpn", "value", mpn)));
        return attributes;
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }

    private static String uid(String of) {
        return Base64.getEncoder().encodeToString(of.getBytes(StandardCharsets.UTF_8));
    }
}
