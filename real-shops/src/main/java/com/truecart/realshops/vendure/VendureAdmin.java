package com.truecart.realshops.vendure;

import static com.truecart.realshops.vendure.Operations.argument;
import static com.truecart.realshops.vendure.Operations.operation;
import static com.truecart.realshops.vendure.Operations.rate;

import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The shop's back office: what it sells, how it sends, who buys. Not for several threads. */
public final class VendureAdmin {
    static final String KEEPER = "keeper";

    /** What every customer of a test logs in with. */
    public static final String CUSTOMER_PASSWORD = "customer";

    private final GraphQl api;
    private final long channel;
    private final long zone;
    private final Map<BigDecimal, Long> taxCategories = new HashMap<>();
    private int facets;
    private int keys;

    private VendureAdmin(GraphQl api, long channel, long zone) {
        this.api = api;
        this.channel = channel;
        this.zone = zone;
    }

    /** Logs in, and gives the empty shop the one zone that every price needs. */
    static VendureAdmin open(HttpClient http, URI address, String password) {
        GraphQl api = new GraphQl(http, address);
        api.logIn(KEEPER, password);
        long channel = OrderDocument.id(api.ask("{ activeChannel { id } }", Map.of()));
        long country = addCountry(api, "GB");
        long zone =
                api.create("Zone", Fields.of("name", "Zone").and("memberIds", List.of(country)));
        VendureAdmin admin = new VendureAdmin(api, channel, zone);
        admin.pricesIncludeTax(false);
        return admin;
    }

    /**
     * Whether list prices, also those already set, are with tax from now on. Orders that are open
     * are not priced again.
     */
    public void pricesIncludeTax(boolean include) {
        api.change(
                """
                mutation($input: UpdateChannelInput!) {
                  updateChannel(input: $input) {
                    __typename ... on ErrorResult { errorCode message } } }
                """,
                Fields.of(
                        "input",
                        Fields.of("id", channel)
                                .and("defaultTaxZoneId", zone)
                                .and("defaultShippingZoneId", zone)
                                .and("pricesIncludeTax", include)));
    }

    /**
     * The one currency of its prices from now on. What was on the shelves before has no price in
     * it, so an empty shop is told.
     */
    public void sellIn(String currency) {
        api.change(
                """
                mutation($input: UpdateChannelInput!) {
                  updateChannel(input: $input) {
                    __typename ... on ErrorResult { errorCode message } } }
                """,
                Fields.of(
                        "input",
                        Fields.of("id", channel)
                                .and("defaultCurrencyCode", currency)
                                .and("availableCurrencyCodes", List.of(currency))));
    }

    /** One more country that orders can be sent to, by its ISO 3166-1 code. */
    public void deliverTo(String countryCode) {
        addCountry(api, countryCode);
    }

    private static long addCountry(GraphQl api, String code) {
        return api.create(
                "Country",
                Fields.of("code", code)
                        .and("enabled", true)
                        .and("translations", List.of(Fields.named(code))));
    }

    /** A new facet value that products can have. */
    public long addFacetValue(String name) {
        facets++;
        return addFacet("facet-" + facets, List.of(name)).getFirst();
    }

    /**
     * A new facet.
     *
     * @param code its code, and its name
     * @return the ids of its values, in their order
     */
    public List<Long> addFacet(String code, List<String> valueNames) {
        List<Fields> values = new ArrayList<>();
        for (String name : valueNames) {
            values.add(
                    Fields.of("code", code + "-value-" + (values.size() + 1))
                            .and("translations", List.of(Fields.named(name))));
        }
        JsonNode facet =
                api.ask(
                        """
                        mutation($input: CreateFacetInput!) {
                          createFacet(input: $input) { values { id } } }
                        """,
                        Fields.of(
                                        "input",
                                        Fields.of("code", code)
                                                .and("isPrivate", false)
                                                .and("translations", List.of(Fields.named(code)))
                                                .and("values", values))
                                .map());
        return facet.get("values").valueStream().map(OrderDocument::id).toList();
    }

    /** Products, each with one variant that never runs out. */
    public List<Variant> addVariants(List<NewVariant> wanted) {
        List<Variant> made = new ArrayList<>();
        for (NewVariant variant : wanted) {
            made.add(addVariant(variant));
        }
        return List.copyOf(made);
    }

    private Variant addVariant(NewVariant wanted) {
        Fields translation = Fields.named(wanted.sku()).and("slug", wanted.sku());
        long product =
                api.create(
                        "Product",
                        Fields.of("facetValueIds", wanted.facetValueIds())
                                .and("translations", List.of(translation.and("description", ""))));
        Fields variant =
                Fields.of("productId", product)
                        .and("sku", wanted.sku())
                        .and("price", wanted.listPrice())
                        .and("taxCategoryId", taxCategory(wanted.taxRate()))
                        .and("trackInventory", "FALSE")
                        .and("translations", List.of(Fields.named(wanted.sku())));
        JsonNode variants =
                api.ask(
                        """
                        mutation($input: [CreateProductVariantInput!]!) {
                          createProductVariants(input: $input) { id } }
                        """,
                        Map.of("input", List.of(variant.map())));
        return new Variant(
                OrderDocument.id(variants.get(0)),
                wanted.sku(),
                wanted.listPrice(),
                wanted.taxRate(),
                wanted.facetValueIds());
    }

    // 20, 20.0 and 20.00 are one rate
    long taxCategory(BigDecimal rate) {
        return taxCategories.computeIfAbsent(rate.stripTrailingZeros(), this::addTaxCategory);
    }

    private long addTaxCategory(BigDecimal rate) {
        String name = rate.toPlainString() + " %";
        long category = api.create("TaxCategory", Fields.of("name", name));
        api.create(
                "TaxRate",
                Fields.of("name", name)
                        .and("enabled", true)
                        .and("value", rate)
                        .and("categoryId", category)
                        .and("zoneId", zone));
        return category;
    }

    /** A way to send any order, at a flat price. */
    public ShippingMethod addShippingMethod(String code, long listPrice, BigDecimal taxRate) {
        Fields calculator =
                operation(
                        "default-shipping-calculator",
                        argument("rate", listPrice),
                        // as the shop's prices are
                        argument("includesTax", "auto"),
                        rate("taxRate", taxRate));
        Fields checker =
                operation("default-shipping-eligibility-checker", argument("orderMinimum", 0));
        long id =
                api.create(
                        "ShippingMethod",
                        Fields.of("code", code)
                                .and("fulfillmentHandler", "manual-fulfillment")
                                .and("checker", checker)
                                .and("calculator", calculator)
                                .and(
                                        "translations",
                                        List.of(Fields.named(code).and("description", ""))));
        return new ShippingMethod(id, code, listPrice, taxRate);
    }

    /** A group without members. */
    public long addCustomerGroup(String name) {
        return api.create("CustomerGroup", Fields.of("name", name).and("customerIds", List.of()));
    }

    /** Somebody with an account, in these groups. */
    public Customer addCustomer(String emailAddress, List<Long> groupIds) {
        JsonNode customer =
                api.change(
                        """
                        mutation($input: CreateCustomerInput!, $password: String!) {
                          createCustomer(input: $input, password: $password) {
                            ... on Customer { id } ... on ErrorResult { errorCode message } } }
                        """,
                        Fields.of(
                                        "input",
                                        Fields.of("firstName", "A")
                                                .and("lastName", "Customer")
                                                .and("emailAddress", emailAddress))
                                .and("password", CUSTOMER_PASSWORD));
        long id = OrderDocument.id(customer);
        for (long group : groupIds) {
            api.ask(
                    """
                    mutation($group: ID!, $ids: [ID!]!) {
                      addCustomersToGroup(customerGroupId: $group, customerIds: $ids) { id } }
                    """,
                    Map.of("group", group, "ids", List.of(id)));
        }
        return new Customer(id, emailAddress, groupIds);
    }

    /** A way to pay that authorises whatever it is asked to. */
    public void addPaymentMethod(String code) {
        Fields handler = operation("dummy-payment-handler", argument("automaticSettle", false));
        api.create(
                "PaymentMethod",
                Fields.of("code", code)
                        .and("enabled", true)
                        .and("handler", handler)
                        .and("translations", List.of(Fields.named(code).and("description", ""))));
    }

    /** A key for the back office that may read the catalogue and the promotions, nothing else. */
    public String readOnlyKey() {
        keys++;
        long role =
                api.create(
                        "Role",
                        Fields.of("code", "reader-" + keys)
                                .and("description", "reads")
                                .and("permissions", List.of("ReadCatalog", "ReadPromotion")));
        JsonNode made =
                api.ask(
                        """
                        mutation($input: CreateApiKeyInput!) {
                          createApiKey(input: $input) { apiKey } }
                        """,
                        Fields.of(
                                        "input",
                                        Fields.of("roleIds", List.of(role))
                                                .and(
                                                        "translations",
                                                        List.of(Fields.named("reader"))))
                                .map());
        return made.get("apiKey").asString();
    }

    /** What it sells, beyond plain variants. */
    public VendureShelves shelves() {
        return new VendureShelves(api, this);
    }

    /** What becomes of the orders that were placed. */
    public VendureOrders orders() {
        return new VendureOrders(api);
    }

    /** What it takes off and when. */
    VendurePromotions promotions() {
        return new VendurePromotions(api);
    }
}
