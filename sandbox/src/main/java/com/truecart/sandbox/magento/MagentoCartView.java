package com.truecart.sandbox.magento;

import com.truecart.sandbox.magento.MagentoCart.Sum;
import com.truecart.sandbox.magento.MagentoCart.Way;
import com.truecart.sandbox.magento.MagentoProducts.Listed;
import com.truecart.sandbox.shop.Store;
import com.truecart.sandbox.store.Offer;
import com.truecart.sandbox.till.Bill;
import com.truecart.sandbox.till.CartLine;
import com.truecart.sandbox.till.Reduction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A cart as guests see it. */
final class MagentoCartView {
    private static final Map<String, String> PAYMENTS =
            Map.of(
                    "cashondelivery", "Cash On Delivery",
                    "banktransfer", "Bank Transfer Payment",
                    "checkmo", "Check / Money order");

    private final Store store;
    private final MagentoTerms terms;
    private final MagentoProducts products;

    MagentoCartView(Store store, MagentoTerms terms, MagentoProducts products) {
        this.store = store;
        this.terms = terms;
        this.products = products;
    }

    Map<String, Object> cart(MagentoCart cart) {
        Sum sum = cart.sum(store, terms);
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("id", cart.id());
        node.put("email", cart.email().isEmpty() ? null : cart.email());
        node.put("is_virtual", false);
        node.put(
                "total_quantity",
                cart.quantities().values().stream().mapToInt(Integer::intValue).sum());
        node.put("itemsV2", Map.of("items", items(sum), "total_count", sum.bill().lines().size()));
        node.put(
                "applied_coupons",
                cart.coupon().map(code -> List.of(Map.of("code", code))).orElse(null));
        node.put(
                "available_payment_methods",
                terms.payments().stream().map(MagentoCartView::payment).toList());
        node.put(
                "selected_payment_method",
                cart.payment()
                        .map(MagentoCartView::payment)
                        .orElse(Map.of("code", "", "title", "")));
        node.put(
                "shipping_addresses",
                cart.shipping().isEmpty() ? List.of() : List.of(address(cart)));
        node.put("prices", prices(sum));
        return node;
    }

    private static Map<String, Object> payment(String code) {
        return Map.of("code", code, "title", PAYMENTS.getOrDefault(code, code));
    }

    private Map<String, Object> prices(Sum sum) {
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("grand_total", MagentoAmount.of(sum.total()));
        node.put("subtotal_excluding_tax", MagentoAmount.of(total(sum.rows())));
        node.put("subtotal_including_tax", MagentoAmount.of(total(sum.rowsWithTax())));
        List<Map<String, Object>> discounts = new ArrayList<>();
        for (Reduction reduction : sum.bill().reductions()) {
            discounts.add(discount(reduction, reduction.amount()));
        }
        node.put("discounts", discounts.isEmpty() ? null : discounts);
        node.put(
                "applied_taxes",
                sum.tax() == 0
                        ? List.of()
                        : List.of(Map.of("label", "VAT", "amount", MagentoAmount.of(sum.tax()))));
        return node;
    }

    private static Map<String, Object> discount(Reduction reduction, long amount) {
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("label", reduction.title());
        node.put("amount", MagentoAmount.of(amount));
        node.put("applied_to", "ITEM");
        node.put("coupon", reduction.code().map(code -> Map.of("code", code)).orElse(null));
        return node;
    }

    private List<Map<String, Object>> items(Sum sum) {
        List<Map<String, Object>> items = new ArrayList<>();
        for (int i = 0; i < sum.bill().lines().size(); i++) {
            CartLine line = sum.bill().lines().get(i);
            Listed listed = products.productOf(line.offer().sku());
            Map<String, Object> item = new LinkedHashMap<>();
            item.put(
                    MagentoProducts.TYPE,
                    listed.isConfigurable() ? "ConfigurableCartItem" : "SimpleCartItem");
            item.put("uid", "item/" + line.offer().sku());
            item.put("quantity", line.quantity());
            item.put("product", products.product(listed));
            if (listed.isConfigurable()) {
                item.put("configured_variant", products.simple(line.offer()));
            }
            List<Map<String, Object>> discounts = new ArrayList<>();
            for (Reduction reduction : sum.bill().reductions()) {
                long share = reduction.perLine().get(i);
                if (share > 0) {
                    discounts.add(discount(reduction, share));
                }
            }
            Map<String, Object> prices = new LinkedHashMap<>();
            // as the shop shows prices: with their taxes where they hold them
            prices.put("price", MagentoAmount.of(line.offer().price()));
            prices.put("price_including_tax", MagentoAmount.of(withTax(line.offer().price())));
            prices.put(
                    "row_total",
                    terms.taxPercent() == 0
                            ? MagentoAmount.row(line.offer().price(), line.quantity())
                            : MagentoAmount.of(sum.rows().get(i)));
            prices.put("row_total_including_tax", MagentoAmount.of(sum.rowsWithTax().get(i)));
            prices.put("total_item_discount", MagentoAmount.of(sum.bill().lineDiscount(i)));
            prices.put("discounts", discounts);
            item.put("prices", prices);
            int stock = store.shelf().sku(line.offer().sku()).map(Offer::stock).orElse(0);
            item.put(
                    "errors",
                    stock < line.quantity()
                            ? List.of(
                                    Map.of(
                                            "code",
                                            "ITEM_QTY",
                                            "message",
                                            "The requested qty is not available"))
                            : null);
            items.add(item);
        }
        return items;
    }

    private Map<String, Object> address(MagentoCart cart) {
        Map<String, Object> node = new LinkedHashMap<>();
        List<Map<String, Object>> ways = new ArrayList<>();
        for (Way way : Way.values()) {
            ways.add(way(way, way != Way.FREE || cart.isDeliveredFree(store)));
        }
        node.put("available_shipping_methods", ways);
        node.put("selected_shipping_method", cart.way().map(way -> way(way, true)).orElse(null));
        return node;
    }

    private Map<String, Object> way(Way way, boolean available) {
        Sum alone = Sum.of(new Bill(List.of(), List.of(), List.of()), way.fee(), terms);
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("carrier_code", way.carrier());
        node.put("carrier_title", way.title());
        node.put("method_code", way.method());
        node.put("method_title", way.title());
        node.put("available", available);
        node.put(
                "error_message",
                available ? "" : "This shipping method is not available for this cart.");
        node.put("amount", MagentoAmount.of(way.fee()));
        node.put("price_excl_tax", MagentoAmount.of(alone.delivery()));
        node.put("price_incl_tax", MagentoAmount.of(alone.deliveryWithTax()));
        return node;
    }

    private long withTax(long price) {
        return terms.areTaxesInPrices() ? price : price + (price * terms.taxPercent() + 50) / 100;
    }

    private static long total(List<Long> amounts) {
        return amounts.stream().mapToLong(Long::longValue).sum();
    }
}
