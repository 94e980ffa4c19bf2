package com.truecart.sandbox.woo;

import com.truecart.sandbox.http.Json;
import com.truecart.sandbox.shop.Store;
import com.truecart.sandbox.store.Offer;
import com.truecart.sandbox.till.Bill;
import com.truecart.sandbox.till.CartLine;
import com.truecart.sandbox.till.Reduction;
import com.truecart.sandbox.world.Product;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.zip.CRC32;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A cart as the Store API shows it. */
final class WooCartView {
    private final Store store;
    private final WooProducts products;
    private final Supplier<WooPolicy> policy;

    WooCartView(Store store, WooProducts products, Supplier<WooPolicy> policy) {
        this.store = store;
        this.products = products;
        this.policy = policy;
    }

    /** The key of a line, which never changes for a product. */
    static String key(String sku) {
        CRC32 crc = new CRC32();
        crc.update(sku.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().toHexDigits((int) crc.getValue()).repeat(4);
    }

    /** The whole cart. */
    ObjectNode cart(WooCart cart) {
        WooPolicy now = policy.get();
        WooCart.Sum sum = cart.sum(store, now);
        ObjectNode node = Json.object();
        node.set("items", items(sum.bill(), now));
        node.set("coupons", coupons(sum.bill().reductions(), now));
        node.putArray("fees");
        node.set("totals", totals(sum, cart.country().isPresent(), now));
        node.set("shipping_address", address(cart.shipping()));
        node.set("billing_address", address(cart.billing()));
        node.put("needs_payment", sum.total() > 0);
        node.put("needs_shipping", !cart.quantities().isEmpty());
        node.putArray("payment_requirements").add("products");
        node.put("has_calculated_shipping", cart.country().isPresent());
        node.set("shipping_rates", shippingPackages(cart, sum, now));
        node.put(
                "items_count",
                cart.quantities().values().stream().mapToInt(Integer::intValue).sum());
        node.put("items_weight", 0);
        node.putArray("cross_sells");
        ArrayNode errors = node.putArray("errors");
        for (String error : cart.errors()) {
            errors.addObject()
                    .put("code", "woocommerce_rest_cart_coupon_error")
                    .put("message", error);
        }
        cart.errors().clear();
        WooPaying.METHODS.forEach(node.putArray("payment_methods")::add);
        node.putObject("extensions");
        return node;
    }

    private ArrayNode items(Bill bill, WooPolicy now) {
        ArrayNode items = Json.array();
        for (int i = 0; i < bill.lines().size(); i++) {
            CartLine line = bill.lines().get(i);
            items.add(item(line, line.subtotal() - bill.lineDiscount(i), now));
        }
        return items;
    }

    private ObjectNode item(CartLine line, long total, WooPolicy now) {
        Offer offer = line.offer();
        Product product = offer.product();
        ObjectNode item = Json.object();
        item.put("key", key(offer.sku()));
        item.put("id", product.number()).put("type", "simple").put("quantity", line.quantity());
        item.putObject("quantity_limits")
                .put("minimum", 1)
                .put("maximum", Math.max(1, offer.stock()))
                .put("multiple_of", 1)
                .put("editable", true);
        item.put("name", WooText.html(product.name()));
        item.put("short_description", "<p>" + WooText.html(product.description()) + "</p>");
        item.put("description", "");
        item.put("sku", offer.sku());
        item.putNull("low_stock_remaining");
        item.put("backorders_allowed", false).put("show_backorder_badge", false);
        item.put("sold_individually", false);
        item.set("images", products.images(offer));
        item.putArray("variation");
        item.putArray("item_data");
        ObjectNode prices = WooProducts.prices(offer);
        prices.putObject("raw_prices")
                .put("precision", 6)
                .put("price", WooMoney.text(offer.price() * 10_000))
                .put("regular_price", WooMoney.text(offer.regularPrice() * 10_000))
                .put("sale_price", WooMoney.text(offer.price() * 10_000));
        item.set("prices", prices);
        item.set("totals", lineTotals(line.subtotal(), total, now));
        item.put("catalog_visibility", "visible");
        item.putObject("extensions");
        return item;
    }

    /** What a line costs before and after its discounts, its tax apart. */
    static ObjectNode lineTotals(long subtotal, long total, WooPolicy now) {
        return WooMoney.currency(
                Json.object()
                        .put("line_subtotal", WooMoney.text(now.net(subtotal)))
                        .put("line_subtotal_tax", WooMoney.text(now.taxOf(subtotal)))
                        .put("line_total", WooMoney.text(now.net(total)))
                        .put("line_total_tax", WooMoney.text(now.taxOf(total))));
    }

    /** Extensions that discount by themselves do it with a coupon nobody typed. */
    static ArrayNode coupons(List<Reduction> reductions, WooPolicy now) {
        ArrayNode coupons = Json.array();
        for (Reduction reduction : reductions) {
            ObjectNode coupon = coupons.addObject();
            coupon.put("code", reduction.code().orElse(reduction.id()).toLowerCase(Locale.ROOT));
            coupon.put("discount_type", discountType(reduction));
            coupon.put("label", reduction.title());
            coupon.set(
                    "totals",
                    WooMoney.currency(
                            Json.object()
                                    .put(
                                            "total_discount",
                                            WooMoney.text(now.net(reduction.amount())))
                                    .put(
                                            "total_discount_tax",
                                            WooMoney.text(now.taxOf(reduction.amount())))));
        }
        return coupons;
    }

    private static String discountType(Reduction reduction) {
        if (reduction.code().isEmpty()) {
            return "automatic_bogo";
        }
        return reduction.id().equals("READ10") ? "percent" : "fixed_cart";
    }

    /** The totals of a cart; delivery is null until the shop knows where to. */
    static ObjectNode totals(WooCart.Sum sum, boolean shippingKnown, WooPolicy now) {
        Bill bill = sum.bill();
        ObjectNode totals = Json.object();
        totals.put("total_items", WooMoney.text(now.net(bill.subtotal())));
        totals.put("total_items_tax", WooMoney.text(now.taxOf(bill.subtotal())));
        totals.put("total_fees", "0").put("total_fees_tax", "0");
        totals.put("total_discount", WooMoney.text(now.net(bill.discount())));
        totals.put("total_discount_tax", WooMoney.text(now.taxOf(bill.discount())));
        if (shippingKnown) {
            totals.put("total_shipping", WooMoney.text(now.net(sum.delivery())));
            totals.put("total_shipping_tax", WooMoney.text(now.taxOf(sum.delivery())));
        } else {
            totals.putNull("total_shipping").putNull("total_shipping_tax");
        }
        long tax = now.taxOf(bill.goods()) + now.taxOf(sum.delivery());
        totals.put("total_price", WooMoney.text(sum.total()));
        totals.put("total_tax", WooMoney.text(tax));
        ArrayNode lines = totals.putArray("tax_lines");
        if (now.tax() != WooPolicy.Tax.NONE) {
            lines.addObject()
                    .put("name", "VAT")
                    .put("price", WooMoney.text(tax))
                    .put("rate", now.percent() + "%");
        }
        return WooMoney.currency(totals);
    }

    private ArrayNode shippingPackages(WooCart cart, WooCart.Sum sum, WooPolicy now) {
        ArrayNode packages = Json.array();
        if (cart.country().isEmpty() || cart.quantities().isEmpty()) {
            return packages;
        }
        int count = cart.parcels(now);
        for (int i = 0; i < count; i++) {
            ObjectNode parcel = packages.addObject();
            parcel.put("package_id", i).put("name", "Shipment " + (i + 1));
            parcel.set("destination", address(cart.shipping()));
            ArrayNode items = parcel.putArray("items");
            for (int line = 0; line < sum.bill().lines().size(); line++) {
                if (Math.min(line, count - 1) == i) {
                    CartLine packed = sum.bill().lines().get(line);
                    items.addObject()
                            .put("key", key(packed.offer().sku()))
                            .put("name", WooText.html(packed.offer().product().name()))
                            .put("quantity", packed.quantity());
                }
            }
            ArrayNode rates = parcel.putArray("shipping_rates");
            for (String rate : sum.rates()) {
                rates.add(rate(rate, sum.chosen().get(i).equals(rate), now));
            }
        }
        return packages;
    }

    private ObjectNode rate(String id, boolean selected, WooPolicy now) {
        long fee = WooCart.fee(id, store.terms());
        String[] parts = id.split(":", 2);
        ObjectNode node = Json.object();
        node.put("rate_id", id);
        node.put(
                "name",
                switch (id) {
                    case WooCart.FREE -> "Free delivery 免費送貨";
                    case WooCart.COURIER -> "Courier 速遞";
                    default -> "Home delivery 送貨上門";
                });
        node.put("description", "").put("delivery_time", "");
        node.put("price", WooMoney.text(now.net(fee))).put("taxes", WooMoney.text(now.taxOf(fee)));
        node.put("method_id", parts[0]).put("instance_id", Integer.parseInt(parts[1]));
        node.putArray("meta_data");
        node.put("selected", selected);
        return WooMoney.currency(node);
    }

    /** An address with every field, empty where unknown. */
    static ObjectNode address(Map<String, String> fields) {
        ObjectNode node = Json.object();
        for (String name : WooAddress.FIELDS) {
            node.put(name, fields.getOrDefault(name, ""));
        }
        return node;
    }
}
