package com.truecart.sandbox.shopify;

import com.truecart.sandbox.shop.Store;
import com.truecart.sandbox.shopify.ShopifyCart.Sum;
import com.truecart.sandbox.shopify.ShopifyCart.Way;
import com.truecart.sandbox.till.CartLine;
import com.truecart.sandbox.till.JunkStreetTill;
import com.truecart.sandbox.till.Reduction;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A cart as the Storefront API shows it. */
final class ShopifyCartView {
    private static final Map<String, Object> LAST_PAGE = Map.of("hasNextPage", false);

    private final Store store;
    private final ShopifyTerms terms;
    private final ShopifyRange range;
    private final ShopifyProducts products;
    private final URI base;

    ShopifyCartView(
            Store store,
            ShopifyTerms terms,
            ShopifyRange range,
            ShopifyProducts products,
            URI base) {
        this.store = store;
        this.terms = terms;
        this.range = range;
        this.products = products;
        this.base = base;
    }

    Map<String, Object> cart(ShopifyCart cart) {
        Sum sum = cart.sum(store, terms);
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("id", cart.gid());
        node.put("checkoutUrl", base + "/cart/c/" + cart.token() + "?key=" + cart.token());
        node.put(
                "totalQuantity",
                cart.quantities().values().stream().mapToInt(Integer::intValue).sum());
        node.put(
                "cost",
                Map.of(
                        "subtotalAmount",
                        ShopifyAmount.of(sum.bill().goods()),
                        "subtotalAmountEstimated",
                        false,
                        "totalAmount",
                        ShopifyAmount.of(sum.total()),
                        "totalAmountEstimated",
                        terms.taxPercent() > 0));
        node.put(
                "discountCodes",
                cart.codes().stream()
                        .map(code ->
                                Map.of(
                                        "code",
                                        code,
                                        "applicable",
                                        sum.bill().refused().stream()
                                                .noneMatch(no -> no.code().equals(code))))
                        .toList());
        node.put("lines", Map.of("nodes", lines(sum), "pageInfo", LAST_PAGE));
        node.put("deliveryGroups", Map.of("nodes", groups(cart, sum), "pageInfo", LAST_PAGE));
        return node;
    }

    private List<Map<String, Object>> lines(Sum sum) {
        List<Map<String, Object>> nodes = new ArrayList<>();
        for (int i = 0; i < sum.bill().lines().size(); i++) {
            CartLine line = sum.bill().lines().get(i);
            List<Map<String, Object>> all = new ArrayList<>();
            List<Map<String, Object>> ownOnly = new ArrayList<>();
            long own = 0;
            for (Reduction reduction : sum.bill().reductions()) {
                long share = reduction.perLine().get(i);
                if (share > 0) {
                    Map<String, Object> shown = allocation(reduction, share);
                    all.add(shown);
                    if (!reduction.id().equals(JunkStreetTill.OFF_THE_ORDER)) {
                        ownOnly.add(shown);
                        own += share;
                    }
                }
            }
            Map<String, Object> node = new LinkedHashMap<>();
            node.put("id", lineId(line));
            node.put("quantity", line.quantity());
            node.put("merchandise", products.variant(range.productOf(line.offer()), line.offer()));
            node.put(
                    "cost",
                    Map.of(
                            "amountPerQuantity", ShopifyAmount.of(line.offer().price()),
                            "subtotalAmount", ShopifyAmount.of(line.subtotal()),
                            "totalAmount", ShopifyAmount.of(line.subtotal() - own)));
            node.put("all", all);
            node.put("own", ownOnly);
            nodes.add(node);
        }
        return nodes;
    }

    static String lineId(CartLine line) {
        return "gid://shopify/CartLine/" + line.offer().sku();
    }

    private static Map<String, Object> allocation(Reduction reduction, long share) {
        Map<String, Object> node = new LinkedHashMap<>();
        node.put(
                ShopifyShop.TYPE,
                reduction.code().isPresent()
                        ? "CartCodeDiscountAllocation"
                        : "CartAutomaticDiscountAllocation");
        node.put("title", reduction.title());
        node.put("code", reduction.code().orElse(""));
        node.put("discountedAmount", ShopifyAmount.of(share));
        node.put("targetType", "LINE_ITEM");
        return node;
    }

    private List<Map<String, Object>> groups(ShopifyCart cart, Sum sum) {
        if (sum.way().isEmpty()) {
            return List.of();
        }
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("id", groupId(cart));
        node.put(
                "deliveryOptions",
                Arrays.stream(Way.values()).map(way -> option(way, sum)).toList());
        node.put("selectedDeliveryOption", option(sum.way().get(), sum));
        node.put(
                "discountAllocations",
                sum.off() == 0
                        ? List.of()
                        : List.of(
                                Map.of(
                                        ShopifyShop.TYPE,
                                        "CartCodeDiscountAllocation",
                                        "code",
                                        JunkStreetTill.FREE_DELIVERY,
                                        "discountedAmount",
                                        ShopifyAmount.of(sum.off()),
                                        "targetType",
                                        "SHIPPING_LINE")));
        return List.of(node);
    }

    static String groupId(ShopifyCart cart) {
        return "gid://shopify/CartDeliveryGroup/" + cart.token();
    }

    private Map<String, Object> option(Way way, Sum sum) {
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("handle", way.handle());
        node.put("code", way.title());
        node.put("title", way.title());
        node.put("description", "");
        node.put("deliveryMethodType", way.method());
        node.put("estimatedCost", ShopifyAmount.of(way.cost(store, sum.bill().goods())));
        return node;
    }
}
