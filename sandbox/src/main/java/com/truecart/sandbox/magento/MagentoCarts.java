package com.truecart.sandbox.magento;

import com.truecart.sandbox.graphql.Refusal;
import com.truecart.sandbox.magento.MagentoCart.Way;
import com.truecart.sandbox.shop.Store;
import com.truecart.sandbox.store.Offer;
import com.truecart.sandbox.till.RefusedCode;
import graphql.schema.DataFetchingEnvironment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Making guests' carts and filling them in, step by step. */
final class MagentoCarts {
    private static final String INPUT = "graphql-input";
    private static final String NONE = "graphql-no-such-entity";
    private static final String HOME = "HK";

    private final Store store;
    private final MagentoTerms terms;
    private final MagentoProducts products;
    private final MagentoCartView view;
    private final Map<String, MagentoCart> carts = new ConcurrentHashMap<>();

    MagentoCarts(Store store, MagentoTerms terms, MagentoProducts products, MagentoCartView view) {
        this.store = store;
        this.terms = terms;
        this.products = products;
        this.view = view;
    }

    Map<String, Object> create(DataFetchingEnvironment env) {
        MagentoCart cart = new MagentoCart();
        carts.put(cart.id(), cart);
        return Map.of("cart", view.cart(cart));
    }

    Map<String, Object> cart(DataFetchingEnvironment env) {
        String id = String.valueOf(env.<Object>getArgument("cart_id"));
        return store.atTheCounter(() -> view.cart(active(id)));
    }

    Map<String, Object> add(DataFetchingEnvironment env) {
        String id = String.valueOf(env.<Object>getArgument("cartId"));
        List<Map<String, Object>> wanted = maps(env.getArgument("cartItems"));
        return store.atTheCounter(() -> {
            MagentoCart cart = active(id);
            List<Map<String, Object>> errors = new ArrayList<>();
            for (Map<String, Object> one : wanted) {
                put(cart, one, errors);
            }
            return Map.of("cart", view.cart(cart), "user_errors", errors);
        });
    }

    private void put(
            MagentoCart cart, Map<String, Object> wanted, List<Map<String, Object>> errors) {
        String sku = String.valueOf(wanted.get("sku"));
        Optional<Offer> offer =
                products.offer(sku, Optional.ofNullable((String) wanted.get("parent_sku")));
        if (offer.isEmpty()) {
            errors.add(
                    error(
                            "PRODUCT_NOT_FOUND",
                            "Could not find a product with SKU \"" + sku + "\""));
            return;
        }
        int quantity =
                cart.quantities().getOrDefault(sku, 0)
                        + ((Number) wanted.getOrDefault("quantity", 1)).intValue();
        if (offer.get().stock() == 0) {
            errors.add(
                    error("NOT_SALABLE", "Product that you are trying to add is not available."));
        } else if (offer.get().stock() < quantity) {
            errors.add(error("INSUFFICIENT_STOCK", "The requested qty is not available"));
        } else {
            cart.quantities().put(sku, quantity);
        }
    }

    Map<String, Object> applyCoupon(DataFetchingEnvironment env) {
        return changed(
                env,
                cart -> {
                    String code = String.valueOf(map(env.getArgument("input")).get("coupon_code"));
                    if (cart.coupon().isPresent()) {
                        throw new Refusal(
                                INPUT,
                                "A coupon is already applied to the cart. Please remove it to"
                                        + " apply another");
                    }
                    cart.coupon(Optional.of(code));
                    Optional<RefusedCode> refused = cart.bill(store).refused().stream().findFirst();
                    if (refused.isPresent()) {
                        cart.coupon(Optional.empty());
                        throw new Refusal(INPUT, refused.get().sentence());
                    }
                });
    }

    Map<String, Object> removeCoupon(DataFetchingEnvironment env) {
        return changed(env, cart -> cart.coupon(Optional.empty()));
    }

    Map<String, Object> email(DataFetchingEnvironment env) {
        return changed(
                env,
                cart -> cart.email(String.valueOf(map(env.getArgument("input")).get("email"))));
    }

    Map<String, Object> shipTo(DataFetchingEnvironment env) {
        return changed(
                env,
                cart -> {
                    Map<String, Object> address =
                            map(
                                    maps(map(env.getArgument("input")).get("shipping_addresses"))
                                            .getFirst()
                                            .get("address"));
                    take(address, cart.shipping());
                });
    }

    Map<String, Object> billTo(DataFetchingEnvironment env) {
        return changed(
                env,
                cart -> {
                    Map<String, Object> billing =
                            map(map(env.getArgument("input")).get("billing_address"));
                    if (Boolean.TRUE.equals(billing.get("same_as_shipping"))) {
                        cart.billing().putAll(cart.shipping());
                    } else {
                        take(map(billing.get("address")), cart.billing());
                    }
                });
    }

    private static void take(Map<String, Object> address, Map<String, String> into) {
        if (!HOME.equals(address.get("country_code"))) {
            throw new Refusal(INPUT, "Country is not available");
        }
        if (String.valueOf(address.getOrDefault("telephone", "")).isBlank()) {
            throw new Refusal(INPUT, "\"telephone\" is required. Enter and try again.");
        }
        address.forEach((field, value) -> into.put(field, String.valueOf(value)));
    }

    Map<String, Object> ship(DataFetchingEnvironment env) {
        return changed(
                env,
                cart -> {
                    Map<String, Object> chosen =
                            maps(map(env.getArgument("input")).get("shipping_methods")).getFirst();
                    for (Way way : Way.values()) {
                        if (way.carrier().equals(chosen.get("carrier_code"))
                                && way.method().equals(chosen.get("method_code"))
                                && (way != Way.FREE || cart.isDeliveredFree(store))) {
                            cart.way(way);
                            return;
                        }
                    }
                    throw new Refusal(INPUT, "Carrier with such method not found: " + chosen);
                });
    }

    Map<String, Object> pay(DataFetchingEnvironment env) {
        return changed(
                env,
                cart -> {
                    String code =
                            String.valueOf(
                                    map(map(env.getArgument("input")).get("payment_method"))
                                            .get("code"));
                    if (!terms.payments().contains(code)) {
                        throw new Refusal(INPUT, "The requested Payment Method is not available.");
                    }
                    cart.payment(code);
                });
    }

    private Map<String, Object> changed(DataFetchingEnvironment env, Consumer<MagentoCart> change) {
        String id = String.valueOf(map(env.getArgument("input")).get("cart_id"));
        return store.atTheCounter(() -> {
            MagentoCart cart = active(id);
            change.accept(cart);
            return Map.of("cart", view.cart(cart));
        });
    }

    /** The cart, as long as it has not become an order. */
    MagentoCart active(String id) {
        MagentoCart cart = carts.get(id);
        if (cart == null) {
            throw new Refusal(NONE, "Could not find a cart with ID \"" + id + "\"");
        }
        if (!cart.isActive()) {
            throw new Refusal(NONE, "The cart isn't active.");
        }
        return cart;
    }

    Optional<MagentoCart> find(String id) {
        return Optional.ofNullable(carts.get(id));
    }

    private static Map<String, Object> error(String code, String message) {
        return Map.of("code", code, "message", message);
    }

    @SuppressWarnings("unchecked") // GraphQL has checked the input's shape
    static Map<String, Object> map(@Nullable Object value) {
        return value == null ? Map.of() : (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked") // GraphQL has checked the input's shape
    private static List<Map<String, Object>> maps(@Nullable Object value) {
        return value == null ? List.of() : (List<Map<String, Object>>) value;
    }
}
