package com.truecart.sandbox.shopify;

import com.truecart.sandbox.shop.Store;
import com.truecart.sandbox.store.Offer;
import com.truecart.sandbox.till.RefusedCode;
import graphql.schema.DataFetchingEnvironment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Making carts and changing them. */
final class ShopifyCarts {
    private static final String HOME = "HK";

    private final Store store;
    private final ShopifyTerms terms;
    private final ShopifyRange range;
    private final ShopifyCartView view;
    private final Map<String, ShopifyCart> carts = new ConcurrentHashMap<>();

    ShopifyCarts(Store store, ShopifyTerms terms, ShopifyRange range, ShopifyCartView view) {
        this.store = store;
        this.terms = terms;
        this.range = range;
        this.view = view;
    }

    @Nullable Map<String, Object> cart(DataFetchingEnvironment env) {
        ShopifyCart cart = carts.get(String.valueOf(env.<Object>getArgument("id")));
        return cart == null ? null : store.atTheCounter(() -> view.cart(cart));
    }

    Map<String, Object> create(DataFetchingEnvironment env) {
        Map<String, Object> input = env.getArgumentOrDefault("input", Map.of());
        return store.atTheCounter(() -> create(input));
    }

    private Map<String, Object> create(Map<String, Object> input) {
        ShopifyCart cart = new ShopifyCart();
        List<Map<String, Object>> warnings = new ArrayList<>();
        List<Map<String, Object>> lines = maps(input.get("lines"));
        for (int i = 0; i < lines.size(); i++) {
            String gid = String.valueOf(lines.get(i).get("merchandiseId"));
            Optional<Offer> offer = range.variant(gid);
            if (offer.isEmpty()) {
                return refused(
                        List.of("input", "lines", Integer.toString(i), "merchandiseId"),
                        "The merchandise with id " + gid + " does not exist.");
            }
            int quantity = ((Number) lines.get(i).getOrDefault("quantity", 1)).intValue();
            put(cart, offer.get(), quantity, warnings);
        }
        cart.codes().addAll(new LinkedHashSet<>(texts(input.get("discountCodes"))));
        if (maps(map(input.get("delivery")).get("addresses")).stream()
                .map(address -> map(map(address.get("address")).get("deliveryAddress")))
                .anyMatch(address -> HOME.equals(address.get("countryCode")))) {
            cart.address();
        }
        for (RefusedCode no : cart.sum(store, terms).bill().refused()) {
            warnings.add(
                    warning(
                            switch (no.reason()) {
                                case UNKNOWN -> "DISCOUNT_NOT_FOUND";
                                case BELOW_MINIMUM -> "DISCOUNT_PURCHASE_NOT_IN_RANGE";
                                case NOTHING_ELIGIBLE -> "DISCOUNT_NO_ENTITLED_LINE_ITEMS";
                            },
                            no.sentence(),
                            cart.gid()));
        }
        carts.put(cart.gid(), cart);
        return answer(cart, List.of(), warnings);
    }

    /** What is short is cut down to what there is, and the cart is made all the same. */
    private static void put(
            ShopifyCart cart, Offer offer, int quantity, List<Map<String, Object>> warnings) {
        int wanted = cart.quantities().getOrDefault(offer.sku(), 0) + quantity;
        int had = Math.min(wanted, offer.stock());
        if (had > 0) {
            cart.quantities().put(offer.sku(), had);
        }
        if (had < wanted) {
            warnings.add(
                    warning(
                            had == 0 ? "MERCHANDISE_OUT_OF_STOCK" : "MERCHANDISE_NOT_ENOUGH_STOCK",
                            had == 0
                                    ? "The product '%s' is already sold out."
                                            .formatted(offer.product().name())
                                    : "Only %d items were added to your cart due to availability."
                                            .formatted(had),
                            ShopifyRange.variantGid(offer)));
        }
    }

    Map<String, Object> chooseDelivery(DataFetchingEnvironment env) {
        ShopifyCart cart = carts.get(String.valueOf(env.<Object>getArgument("cartId")));
        if (cart == null) {
            return refused(List.of("cartId"), "The specified cart does not exist.");
        }
        List<Map<String, Object>> chosen = maps(env.getArgument("selectedDeliveryOptions"));
        return store.atTheCounter(() -> {
            for (Map<String, Object> one : chosen) {
                if (!ShopifyCartView.groupId(cart).equals(one.get("deliveryGroupId"))) {
                    return refused(
                            List.of("selectedDeliveryOptions", "0", "deliveryGroupId"),
                            "Delivery group was not found in cart.");
                }
                cart.choose(ShopifyCart.way(String.valueOf(one.get("deliveryOptionHandle"))));
            }
            return answer(cart, List.of(), List.of());
        });
    }

    /** The cart with this token, for the checkout. */
    Optional<ShopifyCart> byToken(String token) {
        return carts.values().stream().filter(cart -> cart.token().equals(token)).findFirst();
    }

    /** The checkout took it: from now on there is no such cart. */
    void close(ShopifyCart cart) {
        carts.remove(cart.gid());
    }

    private Map<String, Object> answer(
            ShopifyCart cart,
            List<Map<String, Object>> errors,
            List<Map<String, Object>> warnings) {
        return Map.of("cart", view.cart(cart), "userErrors", errors, "warnings", warnings);
    }

    private static Map<String, Object> refused(List<String> field, String message) {
        return Map.of(
                "userErrors",
                List.of(Map.of("code", "INVALID", "field", field, "message", message)),
                "warnings",
                List.of());
    }

    private static Map<String, Object> warning(String code, String message, String target) {
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("code", code);
        node.put("message", message);
        node.put("target", target);
        return node;
    }

    @SuppressWarnings("unchecked") // GraphQL has checked the input's shape
    private static Map<String, Object> map(@Nullable Object value) {
        return value == null ? Map.of() : (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked") // GraphQL has checked the input's shape
    private static List<Map<String, Object>> maps(@Nullable Object value) {
        return value == null ? List.of() : (List<Map<String, Object>>) value;
    }

    @SuppressWarnings("unchecked") // GraphQL has checked the input's shape
    private static List<String> texts(@Nullable Object value) {
        return value == null ? List.of() : (List<String>) value;
    }
}
