package com.truecart.sandbox.magento;

import com.truecart.sandbox.feed.Feeds;
import com.truecart.sandbox.feed.Pages;
import com.truecart.sandbox.graphql.GraphQlDesk;
import com.truecart.sandbox.http.Reply;
import com.truecart.sandbox.http.Request;
import com.truecart.sandbox.http.Service;
import com.truecart.sandbox.shop.Store;
import graphql.GraphQLError;
import graphql.schema.TypeResolver;
import graphql.schema.idl.RuntimeWiring;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A shop that speaks Magento's GraphQL, with one store view. */
final class MagentoShop implements Service {
    private static final Set<String> VIEWS = Set.of("", "default", "en");

    private final Store store;
    private final Feeds feeds;
    private final Pages pages;
    private final URI base;
    private final MagentoProducts products;
    private final MagentoCarts carts;
    private final MagentoOrders orders;
    private final GraphQlDesk desk;

    MagentoShop(Store store, URI base, MagentoTerms terms) {
        this.store = store;
        this.base = base;
        this.feeds = Feeds.promotionsOf(store, base);
        this.pages = new Pages(store, base);
        this.products = new MagentoProducts(store.shelf(), base);
        this.carts =
                new MagentoCarts(
                        store, terms, products, new MagentoCartView(store, terms, products));
        this.orders = new MagentoOrders(store, terms, carts);
        this.desk = new GraphQlDesk("/schema/magento.graphqls", wiring(), MagentoShop::category);
    }

    MagentoOrders orders() {
        return orders;
    }

    @Override
    public Reply answer(Request request) {
        if (request.is("POST", "/graphql")) {
            return VIEWS.contains(request.header("Store").orElse(""))
                    ? desk.answer(request.body(), Map.of())
                    : Reply.json(
                            200,
                            GraphQlDesk.failure(
                                    List.of(
                                            Map.of(
                                                    "message",
                                                    "Requested store is not found",
                                                    "extensions",
                                                    Map.of("category", "graphql-input")))));
        }
        return feeds.answer(request)
                .or(() -> pages.answer(request))
                .orElseGet(() -> Reply.text(404, "text/html", "<h1>Whoops, our bad...</h1>"));
    }

    private RuntimeWiring wiring() {
        TypeResolver byName =
                env -> {
                    Map<String, Object> node = env.getObject();
                    return env.getSchema()
                            .getObjectType(String.valueOf(node.get(MagentoProducts.TYPE)));
                };
        return RuntimeWiring.newRuntimeWiring()
                .type(
                        "Query",
                        type ->
                                type.dataFetcher("storeConfig", _ -> config())
                                        .dataFetcher("products", products::products)
                                        .dataFetcher("cart", carts::cart)
                                        .dataFetcher("guestOrder", orders::byName)
                                        .dataFetcher("guestOrderByToken", orders::byToken))
                .type(
                        "Mutation",
                        type ->
                                type.dataFetcher("createGuestCart", carts::create)
                                        .dataFetcher("addProductsToCart", carts::add)
                                        .dataFetcher("applyCouponToCart", carts::applyCoupon)
                                        .dataFetcher("removeCouponFromCart", carts::removeCoupon)
                                        .dataFetcher("setGuestEmailOnCart", carts::email)
                                        .dataFetcher("setShippingAddressesOnCart", carts::shipTo)
                                        .dataFetcher("setBillingAddressOnCart", carts::billTo)
                                        .dataFetcher("setShippingMethodsOnCart", carts::ship)
                                        .dataFetcher("setPaymentMethodOnCart", carts::pay)
                                        .dataFetcher("placeOrder", orders::place))
                .type("ProductInterface", type -> type.typeResolver(byName))
                .type("CategoryInterface", type -> type.typeResolver(byName))
                .type("AttributeValueInterface", type -> type.typeResolver(byName))
                .type("CartItemInterface", type -> type.typeResolver(byName))
                .type(
                        "OrderItemInterface",
                        type ->
                                type.typeResolver(
                                        env -> env.getSchema().getObjectType("OrderItem")))
                .build();
    }

    private Map<String, Object> config() {
        return Map.of(
                "store_name",
                store.terms().name(),
                "secure_base_url",
                base + "/",
                "product_url_suffix",
                ".html",
                "base_currency_code",
                "HKD");
    }

    private static Map<String, Object> category(GraphQLError error) {
        Map<String, Object> stated = error.getExtensions();
        Object code = stated == null ? null : stated.get("code");
        return code == null ? Map.of() : Map.of("category", code);
    }
}
