package com.truecart.realshops.medusa;

import com.truecart.realshops.medusa.NewProduct.NewVariant;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** The shop's back office: where it sells, what, and at which price. Not for several threads. */
public final class MedusaAdmin {
    static final String KEEPER = "keeper@example.com";

    /** Of the keeper, and of the one database each shop is a copy of. */
    static final String PASSWORD = "keeper";

    private static final int BATCH = 100;

    private final Api api;
    private final MedusaPromotions promotions;
    private final MedusaOrders orders;
    private final String channel;
    private final String profile;
    private final String location;
    private final String fulfillmentSet;
    private final String publishableKey;
    private final String secretKey;
    private final Map<String, Boolean> currencies = new TreeMap<>();

    private MedusaAdmin(Api api) {
        this.api = api;
        this.promotions = new MedusaPromotions(api);
        channel = first(api.get("/admin/sales-channels"), "sales_channels");
        profile = first(api.get("/admin/shipping-profiles"), "shipping_profiles");
        location = made(api.post("/admin/stock-locations", Map.of("name", "Warehouse")));
        this.orders = new MedusaOrders(api, location);
        api.post(at("/sales-channels"), Map.of("add", List.of(channel)));
        api.post(at("/fulfillment-providers"), Map.of("add", List.of("manual_manual")));
        fulfillmentSet =
                api.post(
                                at("/fulfillment-sets?fields=*fulfillment_sets"),
                                Map.of("name", "Delivery", "type", "shipping"))
                        .at("/stock_location/fulfillment_sets/0/id")
                        .stringValue();
        JsonNode publishable = key("publishable");
        publishableKey = publishable.get("token").stringValue();
        api.post(
                "/admin/api-keys/" + publishable.get("id").stringValue() + "/sales-channels",
                Map.of("add", List.of(channel)));
        secretKey = key("secret").get("token").stringValue();
    }

    /** Logs in, and gives the empty shop what every sale needs. */
    static MedusaAdmin open(Api stranger) {
        String token =
                stranger.post("/auth/user/emailpass", Map.of("email", KEEPER, "password", PASSWORD))
                        .get("token")
                        .stringValue();
        return new MedusaAdmin(stranger.as("authorization", "Bearer " + token));
    }

    /** What a storefront shows to be let in. */
    public String publishableKey() {
        return publishableKey;
    }

    /** What opens the back office to a program. */
    public String secretKey() {
        return secretKey;
    }

    /** What it takes off, and when. */
    public MedusaPromotions promotions() {
        return promotions;
    }

    /** What was bought. */
    public MedusaOrders orders() {
        return orders;
    }

    /**
     * Sells in one more country. Whether prices are with tax is one setting for a currency.
     *
     * @return the region's id
     */
    public String addMarket(Market market) {
        currencies.put(market.currency().toLowerCase(Locale.ROOT), market.pricesIncludeTax());
        List<Map<String, ?>> supported = new ArrayList<>();
        currencies.forEach((code, taxed) ->
                supported.add(
                        Map.of(
                                "currency_code",
                                code,
                                "is_tax_inclusive",
                                taxed,
                                "is_default",
                                supported.isEmpty())));
        api.post(
                "/admin/stores/" + first(api.get("/admin/stores"), "stores"),
                Map.of("supported_currencies", supported));
        String country = market.country().toLowerCase(Locale.ROOT);
        String region =
                made(
                        api.post(
                                "/admin/regions",
                                Map.of(
                                        "name",
                                        market.country(),
                                        "currency_code",
                                        market.currency().toLowerCase(Locale.ROOT),
                                        "countries",
                                        List.of(country),
                                        "payment_providers",
                                        List.of("pp_system_default"),
                                        "is_tax_inclusive",
                                        market.pricesIncludeTax())));
        api.post(
                "/admin/tax-regions",
                Map.of(
                        "country_code",
                        country,
                        "provider_id",
                        "tp_system",
                        "default_tax_rate",
                        Map.of("name", country, "code", country, "rate", market.taxPercent())));
        return region;
    }

    /**
     * A way to send everything to these countries.
     *
     * @param prices by region
     * @return its id
     */
    public String addShippingOption(
            String name, List<String> countries, Map<String, BigDecimal> prices) {
        JsonNode set =
                api.post(
                        "/admin/fulfillment-sets/" + fulfillmentSet + "/service-zones",
                        Map.of(
                                "name",
                                name,
                                "geo_zones",
                                countries.stream()
                                        .map(country ->
                                                Map.of(
                                                        "type",
                                                        "country",
                                                        "country_code",
                                                        country.toLowerCase(Locale.ROOT)))
                                        .toList()));
        JsonNode zones = set.at("/fulfillment_set/service_zones");
        String zone = zones.get(zones.size() - 1).get("id").stringValue();
        for (JsonNode each : zones) {
            zone =
                    each.get("name").stringValue().equals(name)
                            ? each.get("id").stringValue()
                            : zone;
        }
        Map<String, Object> option = new HashMap<>();
        option.put("name", name);
        option.put("service_zone_id", zone);
        option.put("shipping_profile_id", profile);
        option.put("provider_id", "manual_manual");
        option.put("price_type", "flat");
        option.put("type", Map.of("label", name, "description", name, "code", name));
        option.put(
                "prices",
                prices.entrySet().stream()
                        .map(each -> Map.of("region_id", each.getKey(), "amount", each.getValue()))
                        .toList());
        option.put("rules", List.of(rule("enabled_in_store", "true"), rule("is_return", "false")));
        return made(api.post("/admin/shipping-options", option));
    }

    /** A new category, collection, tag or type that products can have. */
    public String addGroup(Group group, String name) {
        Map<String, Object> document = new HashMap<>();
        document.put(group.nameField, name);
        if (group == Group.CATEGORY) {
            // else nobody but the back office sees it
            document.put("is_active", true);
        }
        return made(api.post("/admin/" + group.path, document));
    }

    /** What products are grouped by. */
    public enum Group {
        CATEGORY("product-categories", "name"),
        COLLECTION("collections", "title"),
        TAG("product-tags", "value"),
        TYPE("product-types", "value");

        private final String path;
        private final String nameField;

        Group(String path, String nameField) {
            this.path = path;
            this.nameField = nameField;
        }
    }

    /** New products, a hundred in one call; what can be bought of them, in the same order. */
    public List<Variant> addProducts(List<NewProduct> wanted) {
        List<Variant> all = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i += BATCH) {
            all.addAll(addBatch(wanted.subList(i, Math.min(wanted.size(), i + BATCH))));
        }
        return List.copyOf(all);
    }

    private List<Variant> addBatch(List<NewProduct> wanted) {
        JsonNode created =
                api.post(
                                "/admin/products/batch?fields=id,variants.id,variants.sku,"
                                        + "variants.inventory_items.inventory_item_id",
                                Map.of("create", wanted.stream().map(this::document).toList()))
                        .get("created");
        Map<String, Variant> bySku = new HashMap<>();
        Map<String, NewVariant> wantedBySku = new LinkedHashMap<>();
        wanted.forEach(product ->
                product.variants().forEach(variant -> wantedBySku.put(variant.sku(), variant)));
        for (JsonNode product : created) {
            for (JsonNode variant : product.get("variants")) {
                String sku = variant.get("sku").stringValue();
                NewVariant as = wantedBySku.get(sku);
                if (as == null) {
                    throw new MedusaRefusal("a product nobody asked for: " + sku);
                }
                JsonNode item = variant.at("/inventory_items/0/inventory_item_id");
                bySku.put(
                        sku,
                        new Variant(
                                variant.get("id").stringValue(),
                                product.get("id").stringValue(),
                                item.isString() ? item.stringValue() : "",
                                sku,
                                as.price()));
            }
        }
        List<Map<String, ?>> levels = new ArrayList<>();
        List<Variant> made = new ArrayList<>();
        wantedBySku.forEach((sku, as) -> {
            Variant variant = bySku.get(sku);
            if (variant == null) {
                throw new MedusaRefusal("the shop did not make " + sku);
            }
            made.add(variant);
            as.stock()
                    .ifPresent(stock ->
                            levels.add(
                                    Map.of(
                                            "inventory_item_id",
                                            variant.inventoryItemId(),
                                            "location_id",
                                            location,
                                            "stocked_quantity",
                                            stock)));
        });
        if (!levels.isEmpty()) {
            api.post("/admin/inventory-items/location-levels/batch", Map.of("create", levels));
        }
        return made;
    }

    private Map<String, Object> document(NewProduct product) {
        Map<String, Object> document = new HashMap<>(product.details());
        document.put("title", product.title());
        document.put("status", "published");
        document.put("sales_channels", List.of(Map.of("id", channel)));
        document.put("shipping_profile_id", profile);
        document.put(
                "options",
                List.of(
                        Map.of(
                                "title",
                                "Kind",
                                "values",
                                product.variants().stream().map(NewVariant::option).toList())));
        document.put("variants", product.variants().stream().map(this::document).toList());
        return document;
    }

    private Map<String, Object> document(NewVariant variant) {
        Map<String, Object> document = new HashMap<>();
        document.put("title", variant.option());
        document.put("sku", variant.sku());
        document.put("options", Map.of("Kind", variant.option()));
        document.put("manage_inventory", variant.stock().isPresent());
        document.put("prices", prices(variant.price()));
        document.putAll(variant.details());
        return document;
    }

    private List<Map<String, ?>> prices(BigDecimal price) {
        List<Map<String, ?>> prices = new ArrayList<>();
        for (String currency : currencies.keySet()) {
            prices.add(Map.of("currency_code", currency, "amount", price));
        }
        return prices;
    }

    /** Sells it at another price, in every currency. */
    public void setPrice(Variant variant, BigDecimal price) {
        api.post(
                "/admin/products/" + variant.productId() + "/variants/" + variant.id(),
                Map.of("prices", prices(price)));
    }

    /** Has so many of it; only where its stock is counted. */
    public void setStock(Variant variant, int units) {
        api.post(
                "/admin/inventory-items/"
                        + variant.inventoryItemId()
                        + "/location-levels/"
                        + location,
                Map.of("stocked_quantity", units));
    }

    /** Sells it for less, by a price list that shows both prices. */
    public void putOnSale(Variant variant, BigDecimal price) {
        List<Map<String, ?>> prices = new ArrayList<>();
        for (String currency : currencies.keySet()) {
            prices.add(
                    Map.of("variant_id", variant.id(), "currency_code", currency, "amount", price));
        }
        api.post(
                "/admin/price-lists",
                Map.of(
                        "title",
                        "Sale",
                        "description",
                        "Sale",
                        "type",
                        "sale",
                        "status",
                        "active",
                        "prices",
                        prices));
    }

    /** No longer sells it. */
    public void removeProduct(String productId) {
        api.delete("/admin/products/" + productId);
    }

    private JsonNode key(String type) {
        return api.post("/admin/api-keys", Map.of("title", type, "type", type)).get("api_key");
    }

    private String at(String path) {
        return "/admin/stock-locations/" + location + path;
    }

    private static Map<String, String> rule(String attribute, String value) {
        return Map.of("attribute", attribute, "operator", "eq", "value", value);
    }

    private static String first(JsonNode answer, String list) {
        return answer.get(list).get(0).get("id").stringValue();
    }

    /** The id of the one thing an answer is about: {@code {"region":{"id":"reg_1"}}}. */
    static String made(JsonNode answer) {
        return answer.iterator().next().get("id").stringValue();
    }
}
