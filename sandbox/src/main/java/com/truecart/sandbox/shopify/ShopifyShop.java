package com.truecart.sandbox.shopify;

import com.truecart.sandbox.feed.Feeds;
import com.truecart.sandbox.feed.Pages;
import com.truecart.sandbox.graphql.GraphQlDesk;
import com.truecart.sandbox.graphql.PlainScalar;
import com.truecart.sandbox.http.Reply;
import com.truecart.sandbox.http.Request;
import com.truecart.sandbox.http.Service;
import com.truecart.sandbox.shop.Store;
import graphql.GraphQLError;
import graphql.language.EnumValue;
import graphql.language.Value;
import graphql.language.VariableReference;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.TypeResolver;
import graphql.schema.idl.RuntimeWiring;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A shop that speaks the Storefront API, {@code /products.json}, and has a checkout for people. */
final class ShopifyShop implements Service {
    /** Under this name the call's context tells that a token was shown. */
    static final String TOKEN = "token";

    /** Under this name an object of several possible types says which it is. */
    static final String TYPE = "__type";

    private static final String CHECKOUT = "/cart/c/";

    private final Store store;
    private final ShopifyTerms terms;
    private final Feeds feeds;
    private final Pages pages;
    private final ShopifyProducts products;
    private final ShopifyCarts carts;
    private final GraphQlDesk desk;
    private final AtomicInteger throttled = new AtomicInteger();

    ShopifyShop(Store store, URI base, ShopifyTerms terms) {
        this.store = store;
        this.terms = terms;
        this.feeds = Feeds.promotionsOf(store, base);
        this.pages = new Pages(store, base);
        ShopifyRange range = new ShopifyRange(store.shelf());
        this.products = new ShopifyProducts(range, base);
        this.carts =
                new ShopifyCarts(
                        store,
                        terms,
                        range,
                        new ShopifyCartView(store, terms, range, products, base));
        this.desk =
                new GraphQlDesk(
                        "/schema/shopify-storefront.graphqls", wiring(), ShopifyShop::words);
    }

    /** The next call is one too many. */
    void throttleNext() {
        throttled.incrementAndGet();
    }

    @Override
    public Reply answer(Request request) {
        if (request.is("GET", "/products.json")) {
            return Reply.json(
                    200, products.json(number(request, "limit", 30), number(request, "page", 1)));
        }
        if (request.method().equals("POST")
                && request.path().matches("/api/20\\d\\d-\\d\\d/graphql\\.json")) {
            return graphQl(request);
        }
        if (request.method().equals("GET") && request.path().startsWith(CHECKOUT)) {
            return checkout(request.path().substring(CHECKOUT.length()));
        }
        return feeds.answer(request)
                .or(() -> pages.answer(request))
                .orElseGet(() -> Reply.text(404, "text/html", "<h1>Not found</h1>"));
    }

    private Reply graphQl(Request request) {
        if (!terms.isGraphQlOpen()) {
            return Reply.text(404, "application/json", "{\"errors\":\"Not Found\"}");
        }
        Optional<String> shown = request.header("X-Shopify-Storefront-Access-Token");
        if (terms.token().isPresent() && !shown.equals(terms.token())) {
            return Reply.json(
                    401,
                    GraphQlDesk.failure(
                            List.of(
                                    Map.of(
                                            "message",
                                            "",
                                            "extensions",
                                            Map.of("code", "UNAUTHORIZED")))));
        }
        if (throttled.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            return Reply.json(
                    200,
                    GraphQlDesk.failure(
                            List.of(
                                    Map.of(
                                            "message",
                                            "Throttled",
                                            "extensions",
                                            Map.of("code", "THROTTLED")))));
        }
        Map<String, Object> context = new HashMap<>();
        shown.ifPresent(token -> context.put(TOKEN, token));
        return desk.answer(request.body(), context);
    }

    /** What a person sees there: the total with the taxes that only the checkout knows. */
    private Reply checkout(String token) {
        Optional<ShopifyCart> cart = carts.byToken(token);
        if (cart.isEmpty()) {
            return Reply.text(410, "text/html", "<h1>This checkout has expired</h1>");
        }
        return store.atTheCounter(() ->
                Reply.text(
                        200,
                        "text/html",
                        "<!doctype html><title>Checkout</title><data id=\"total\" value=\"%d\">"
                                .formatted(total(cart.get()))));
    }

    private long total(ShopifyCart cart) {
        long before = cart.sum(store, terms).total();
        return before + (before * terms.taxPercent() + 50) / 100;
    }

    /** The shopper pays: the cart is gone. */
    void buy(URI checkout) {
        String token = checkout.getPath().substring(CHECKOUT.length());
        carts.byToken(token).ifPresent(carts::close);
    }

    private RuntimeWiring wiring() {
        TypeResolver byName =
                env -> {
                    Map<String, Object> node = env.getObject();
                    return env.getSchema().getObjectType(String.valueOf(node.get(TYPE)));
                };
        return RuntimeWiring.newRuntimeWiring()
                .scalar(PlainScalar.named("Decimal"))
                .scalar(PlainScalar.named("URL"))
                .type(
                        "QueryRoot",
                        type ->
                                type.dataFetcher(
                                                "shop",
                                                _ ->
                                                        Map.of(
                                                                "id",
                                                                "gid://shopify/Shop/1",
                                                                "name",
                                                                store.terms().name()))
                                        .dataFetcher("products", products::products)
                                        .dataFetcher("product", products::product)
                                        .dataFetcher("cart", carts::cart))
                .type(
                        "Mutation",
                        type ->
                                type.dataFetcher("cartCreate", carts::create)
                                        .dataFetcher(
                                                "cartSelectedDeliveryOptionsUpdate",
                                                carts::chooseDelivery))
                .type("Product", type -> type.dataFetcher("variants", products::variants))
                .type(
                        "ProductVariant",
                        type ->
                                type.dataFetcher(
                                        "quantityAvailable", ShopifyProducts::quantityAvailable))
                .type("CartLine", type -> type.dataFetcher("discountAllocations", ShopifyShop::off))
                .type(
                        "Merchandise",
                        type ->
                                type.typeResolver(
                                        env -> env.getSchema().getObjectType("ProductVariant")))
                .type("CartDiscountAllocation", type -> type.typeResolver(byName))
                .build();
    }

    /** Only what is off the line itself, or what falls on it of the whole order too. */
    private static Object off(DataFetchingEnvironment env) {
        Map<String, Object> line = Objects.requireNonNull(env.getSource());
        boolean ownOnly = env.getArgumentOrDefault("lineLevelOnly", true);
        return Objects.requireNonNull(line.get(ownOnly ? "own" : "all"));
    }

    /** A value written in the document, or the variable it names. */
    static String value(Value<?> value, DataFetchingEnvironment env) {
        return switch (value) {
            case EnumValue word -> word.getName();
            case VariableReference reference ->
                    String.valueOf(env.getVariables().getOrDefault(reference.getName(), ""));
            default -> "";
        };
    }

    private static Map<String, Object> words(GraphQLError error) {
        Map<String, Object> stated = error.getExtensions();
        Object code = stated == null ? null : stated.get("code");
        return Map.of("code", code == null ? "undefinedField" : code);
    }

    private static int number(Request request, String name, int otherwise) {
        return request.parameter(name)
                .filter(text -> text.matches("\\d{1,6}"))
                .map(Integer::parseInt)
                .orElse(otherwise);
    }
}
