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
import java.util.zip.CRC32;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A cart as the Store API shows it. */
final class WooCartView {
    private final Store store;
    private final WooProducts products;

    WooCartView(Store store, WooProducts products) {
        this.store = store;
        this.products = products;
    }

    /** The key of a line, which never changes for a product. */
    static String key(String sku) {
        CRC32 crc = new CRC32();
        crc.update(sku.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().toHexDigits((int) crc.getValue()).repeat(4);
    }

    /** The whole cart. */
    ObjectNode cart(WooCart cart) {
        WooCart.Sum sum = cart.sum(store);
        ObjectNode node = Json.object();
        node.set("items", items(sum.bill()));
        node.set("coupons", coupons(sum.bill().reductions()));
        node.putArray("fees");
        node.set("totals", totals(sum, cart.country().isPresent()));
        node.set("shipping_address", address(cart.shipping()));
        node.set("billing_address", address(cart.billing()));
        node.put("needs_payment", sum.total() > 0);
        node.put("needs_shipping", !cart.quantities().isEmpty());
        node.putArray("payment_requirements").add("products");
        node.put("has_calculated_shipping", cart.country().isPresent());
        node.set("shipping_rates", shippingPackages(cart, sum));
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
        node.putArray("payment_methods").add("cod");
        node.putObject("extensions");
        return node;
    }

    private ArrayNode items(Bill bill) {
        ArrayNode items = Json.array();
        for (int i = 0; i < bill.lines().size(); i++) {
            CartLine line = bill.lines().get(i);
            items.add(item(line, line.subtotal() - bill.lineDiscount(i)));
        }
        return items;
    }

    private ObjectNode item(CartLine line, long total) {
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
        item.set(
                "totals",
                WooMoney.currency(
                        Json.object()
                                .put("line_subtotal", WooMoney.text(line.subtotal()))
                                .put("line_subtotal_tax", "0")
                                .put("line_total", WooMoney.text(total))
                                .put("line_total_tax", "0")));
        item.put("catalog_visibility", "visible");
        item.putObject("extensions");
        return item;
    }

    /** Extensions that discount by themselves do it with a coupon nobody typed. */
    static ArrayNode coupons(List<Reduction> reductions) {
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
                                    .put("total_discount", WooMoney.text(reduction.amount()))
                                    .put("total_discount_tax", "0")));
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
    static ObjectNode totals(WooCart.Sum sum, boolean shippingKnown) {
        ObjectNode totals = Json.object();
        totals.put("total_items", WooMoney.text(sum.bill().subtotal())).put("total_items_tax", "0");
        totals.put("total_fees", "0").put("total_fees_tax", "0");
        totals.put("total_discount", WooMoney.text(sum.bill().discount()));
        totals.put("total_discount_tax", "0");
        if (shippingKnown) {
            totals.put("total_shipping", WooMoney.text(sum.delivery()));
            totals.put("total_shipping_tax", "0");
        } else {
            totals.putNull("total_shipping").putNull("total_shipping_tax");
        }
        totals.put("total_price", WooMoney.text(sum.total())).put("total_tax", "0");
        totals.putArray("tax_lines");
        return WooMoney.currency(totals);
    }

    private ArrayNode shippingPackages(WooCart cart, WooCart.Sum sum) {
        ArrayNode packages = Json.array();
        if (cart.country().isEmpty() || cart.quantities().isEmpty()) {
            return packages;
        }
        ObjectNode parcel = packages.addObject();
        parcel.put("package_id", 0).put("name", "Shipment 1");
        parcel.set("destination", address(cart.shipping()));
        ArrayNode items = parcel.putArray("items");
        for (CartLine line : sum.bill().lines()) {
            items.addObject()
                    .put("key", key(line.offer().sku()))
                    .put("name", WooText.html(line.offer().product().name()))
                    .put("quantity", line.quantity());
        }
        ArrayNode rates = parcel.putArray("shipping_rates");
        for (String rate : sum.rates()) {
            boolean free = rate.equals(WooCart.FREE);
            ObjectNode node = rates.addObject();
            node.put("rate_id", rate);
            node.put("name", free ? "Free delivery 免費送貨" : "Home delivery 送貨上門");
            node.put("description", "").put("delivery_time", "");
            node.put("price", WooMoney.text(free ? 0 : store.terms().deliveryFee()));
            node.put("taxes", "0").put("instance_id", free ? 2 : 1);
            node.put("method_id", free ? "free_shipping" : "flat_rate");
            node.putArray("meta_data");
            node.put("selected", sum.rate().filter(rate::equals).isPresent());
            WooMoney.currency(node);
        }
        return packages;
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
