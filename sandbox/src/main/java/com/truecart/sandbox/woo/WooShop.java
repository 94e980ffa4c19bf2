package com.truecart.sandbox.woo;

import com.truecart.sandbox.feed.Feeds;
import com.truecart.sandbox.feed.Pages;
import com.truecart.sandbox.http.Json;
import com.truecart.sandbox.http.Reply;
import com.truecart.sandbox.http.Request;
import com.truecart.sandbox.http.Service;
import com.truecart.sandbox.shop.Store;
import com.truecart.sandbox.store.Offer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A shop that speaks the WooCommerce Store API, version 1. */
public final class WooShop implements Service {
    private static final String API = "/wp-json/wc/store/v1";
    private static final int LARGEST_BATCH = 25;
    private static final int LARGEST_QUANTITY = 9_999;

    private final Store store;
    private final Feeds feeds;
    private final Pages pages;
    private final WooProducts products;
    private final WooCartView view;
    private final WooCheckout checkout;
    private final WooOrders orders;
    private final AtomicReference<WooPolicy> policy = new AtomicReference<>(WooPolicy.plain());
    private final Map<String, WooCart> carts = new ConcurrentHashMap<>();

    /** Opens the shop at its address. */
    public WooShop(Store store, URI base, boolean tracksShipments) {
        this.store = store;
        this.feeds = Feeds.promotionsOf(store, base);
        this.pages = new Pages(store, base);
        this.products = new WooProducts(store.shelf(), base);
        this.view = new WooCartView(store, products, policy::get);
        this.checkout = new WooCheckout(store, view, base, policy::get);
        this.orders = new WooOrders(store, checkout, tracksShipments, policy::get);
    }

    /** Is set up so from now on. */
    public void adopt(WooPolicy other) {
        policy.set(other);
    }

    /** Gives back this many cents of an order. */
    public void refund(String orderId, long cents) {
        orders.refund(orderId, cents);
    }

    /** What was given back so far, in cents by order. */
    public Map<String, Long> refunds() {
        return orders.refunds();
    }

    @Override
    public Reply answer(Request request) {
        Optional<Reply> page = feeds.answer(request).or(() -> pages.answer(request));
        return page.orElseGet(() -> refusable(request));
    }

    private Reply refusable(Request request) {
        try {
            if (!request.path().startsWith(API + "/")) {
                throw noRoute();
            }
            return route(request.at(request.path().substring(API.length())));
        } catch (WooError e) {
            return e.reply();
        } catch (Json.BadBody _) {
            return WooError.of(400, "rest_invalid_json", "Invalid JSON body passed.").reply();
        }
    }

    private Reply route(Request request) throws WooError, Json.BadBody {
        String path = request.path();
        if (request.is("GET", "/products")) {
            return products.list(request);
        }
        if (request.method().equals("GET") && path.startsWith("/products/")) {
            return products.one(path.substring("/products/".length()));
        }
        if (request.method().equals("GET") && path.startsWith("/order/")) {
            return orders.one(path.substring("/order/".length()), request);
        }
        if (request.is("POST", "/batch") && policy.get().batches()) {
            return batch(request);
        }
        if (path.equals("/cart") || path.startsWith("/cart/") || path.equals("/checkout")) {
            return withCart(request);
        }
        throw noRoute();
    }

    /** Writing without a token needs a nonce in the real API, which only its own pages have. */
    private Reply withCart(Request request) throws WooError, Json.BadBody {
        boolean reading = request.is("GET", "/cart");
        Optional<String> sent = request.header("Cart-Token").filter(t -> !t.isBlank());
        if (sent.isEmpty() && !reading) {
            throw WooError.of(
                    401,
                    "woocommerce_rest_missing_nonce",
                    "Missing the Nonce header. This endpoint requires a valid nonce.");
        }
        String token = sent.orElseGet(() -> "ct_" + UUID.randomUUID().toString().replace("-", ""));
        WooCart cart = carts.computeIfAbsent(token, _ -> new WooCart());
        ObjectNode body = Json.read(request.body());
        Reply reply = atTheCounter(() -> cartStep(request, cart, body));
        return reply.with("Cart-Token", token);
    }

    private Reply cartStep(Request request, WooCart cart, ObjectNode body) throws WooError {
        switch (request.method() + " " + request.path()) {
            case "GET /cart" -> {}
            case "POST /cart/add-item" -> addItem(cart, body);
            case "POST /cart/update-item" -> {
                String sku = line(cart, body);
                int quantity = quantity(body);
                if (quantity == 0) {
                    cart.quantities().remove(sku);
                } else {
                    setQuantity(cart, store.shelf().sku(sku).orElseThrow(), quantity);
                }
            }
            case "POST /cart/remove-item" -> cart.quantities().remove(line(cart, body));
            case "POST /cart/apply-coupon" -> applyCoupon(cart, body);
            case "POST /cart/remove-coupon" -> removeCoupon(cart, body);
            case "POST /cart/update-customer" -> {
                WooAddress.take(body, "billing_address", cart.billing());
                WooAddress.take(body, "shipping_address", cart.shipping());
            }
            case "POST /cart/select-shipping-rate" -> selectRate(cart, body);
            case "GET /checkout" -> {
                return checkout.draft(cart);
            }
            case "POST /checkout" -> {
                return checkout.place(cart, body);
            }
            default -> throw noRoute();
        }
        int status = request.path().equals("/cart/add-item") ? 201 : 200;
        return Reply.json(status, view.cart(cart));
    }

    private void addItem(WooCart cart, ObjectNode body) throws WooError {
        Offer offer =
                store.shelf()
                        .item(body.path("id").asString(""))
                        .orElseThrow(() ->
                                WooError.of(
                                        400,
                                        "woocommerce_rest_cart_invalid_product",
                                        "This product cannot be added to the cart."));
        int already = cart.quantities().getOrDefault(offer.sku(), 0);
        setQuantity(cart, offer, already + Math.max(1, quantity(body)));
    }

    private static void setQuantity(WooCart cart, Offer offer, int quantity) throws WooError {
        if (offer.stock() == 0) {
            throw WooError.of(
                    400,
                    "woocommerce_rest_product_out_of_stock",
                    "\"" + offer.product().name() + "\" is out of stock.");
        }
        if (quantity > offer.stock()) {
            throw WooError.of(
                    400,
                    "woocommerce_rest_product_partially_out_of_stock",
                    "There are only %d of \"%s\" left."
                            .formatted(offer.stock(), offer.product().name()));
        }
        cart.quantities().put(offer.sku(), quantity);
    }

    private static int quantity(ObjectNode body) throws WooError {
        int quantity = body.path("quantity").asInt(1);
        if (quantity < 0 || quantity > LARGEST_QUANTITY) {
            throw WooError.parameters(
                    "rest_invalid_param",
                    "Invalid parameter(s): quantity",
                    Map.of("quantity", "quantity must be between 0 and " + LARGEST_QUANTITY));
        }
        return quantity;
    }

    private static String line(WooCart cart, ObjectNode body) throws WooError {
        String key = body.path("key").asString("");
        return cart.quantities().keySet().stream()
                .filter(sku -> WooCartView.key(sku).equals(key))
                .findFirst()
                .orElseThrow(() ->
                        WooError.of(
                                409,
                                "woocommerce_rest_cart_invalid_key",
                                "Cart item no longer exists or is invalid."));
    }

    private void applyCoupon(WooCart cart, ObjectNode body) throws WooError {
        String code = body.path("code").asString("").toUpperCase(Locale.ROOT);
        if (cart.codes().contains(code)) {
            throw couponError("Coupon code \"" + code + "\" has already been applied.");
        }
        cart.codes().add(code);
        cart.sum(store, policy.get());
        if (!cart.codes().contains(code)) {
            String why = cart.errors().getLast();
            cart.errors().clear();
            throw couponError(why);
        }
    }

    private static void removeCoupon(WooCart cart, ObjectNode body) throws WooError {
        if (!cart.codes().remove(body.path("code").asString("").toUpperCase(Locale.ROOT))) {
            throw WooError.of(
                    409,
                    "woocommerce_rest_cart_coupon_invalid_code",
                    "Coupon does not exist in the cart.");
        }
    }

    private static WooError couponError(String why) {
        return WooError.of(400, "woocommerce_rest_cart_coupon_error", why);
    }

    private void selectRate(WooCart cart, ObjectNode body) throws WooError {
        String rate = body.path("rate_id").asString("");
        if (!cart.sum(store, policy.get()).rates().contains(rate)) {
            throw WooError.of(
                    400,
                    "woocommerce_rest_cart_invalid_rate",
                    "There is no such shipping rate for this cart.");
        }
        cart.choose(body.path("package_id").asInt(0), rate);
    }

    private Reply batch(Request request) throws WooError, Json.BadBody {
        JsonNode requests = Json.read(request.body()).path("requests");
        if (requests.size() < 1 || requests.size() > LARGEST_BATCH) {
            throw WooError.parameters(
                    "rest_invalid_param",
                    "Invalid parameter(s): requests",
                    Map.of("requests", "requests must hold 1 to " + LARGEST_BATCH + " requests"));
        }
        ObjectNode body = Json.object();
        ArrayNode responses = body.putArray("responses");
        for (JsonNode one : requests) {
            Reply reply = refusable(inner(request, one));
            ObjectNode response = responses.addObject();
            response.put("status", reply.status());
            ObjectNode headers = response.putObject("headers");
            reply.headers().forEach(headers::put);
            response.set("body", Json.MAPPER.readTree(reply.body()));
        }
        return Reply.json(207, body);
    }

    private static Request inner(Request outer, JsonNode one) {
        Map<String, String> headers = new LinkedHashMap<>(outer.headers());
        one.path("headers")
                .properties()
                .forEach(h ->
                        headers.put(
                                h.getKey().toLowerCase(Locale.ROOT), h.getValue().asString("")));
        return new Request(
                one.path("method").asString("POST"),
                "/wp-json" + one.path("path").asString(""),
                Map.of(),
                headers,
                one.path("body").toString().getBytes(StandardCharsets.UTF_8));
    }

    private static WooError noRoute() {
        return WooError.of(
                404, "rest_no_route", "No route was found matching the URL and request method.");
    }

    private interface Step {
        Reply take() throws WooError;
    }

    /** The counter knows nothing of refusals, so one is carried past it. */
    private Reply atTheCounter(Step step) {
        return store.atTheCounter(() -> {
            try {
                return step.take();
            } catch (WooError e) {
                return e.reply();
            }
        });
    }
}
