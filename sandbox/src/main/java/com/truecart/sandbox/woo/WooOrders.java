package com.truecart.sandbox.woo;

import com.truecart.sandbox.http.Json;
import com.truecart.sandbox.http.Reply;
import com.truecart.sandbox.http.Request;
import com.truecart.sandbox.shop.Store;
import com.truecart.sandbox.store.BookedLine;
import com.truecart.sandbox.store.BookedOrder;
import com.truecart.sandbox.store.Delivery;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Looking at an order with its key; there is no list, as in the real API. */
final class WooOrders {
    private final Store store;
    private final WooCheckout checkout;
    private final boolean tracksShipments;
    private final Supplier<WooPolicy> policy;
    private final Map<String, Long> refunds = new ConcurrentHashMap<>();

    WooOrders(
            Store store,
            WooCheckout checkout,
            boolean tracksShipments,
            Supplier<WooPolicy> policy) {
        this.store = store;
        this.checkout = checkout;
        this.tracksShipments = tracksShipments;
        this.policy = policy;
    }

    /** Gives back this many cents; forgotten at a restart. */
    void refund(String orderId, long cents) {
        BookedOrder order =
                store.book()
                        .find(o -> o.orderId().equals(orderId))
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        "There is no order " + orderId + " here"));
        long left = order.payable() - refunded(order);
        if (cents < 1 || cents > left) {
            throw new IllegalArgumentException("A refund is 1 to " + left);
        }
        refunds.merge(orderId, cents, Long::sum);
    }

    Map<String, Long> refunds() {
        return Map.copyOf(refunds);
    }

    private long refunded(BookedOrder order) {
        return refunds.getOrDefault(order.orderId(), 0L);
    }

    /** The order, for whoever has its key and the buyer's address. */
    Reply one(String id, Request request) throws WooError {
        Optional<WooCart> draft = checkout.drafted(id, request.query().getOrDefault("key", ""));
        if (draft.isPresent()) {
            requireEmail(draft.get().billing().getOrDefault("email", ""), request);
            return Reply.json(200, draftView(id, draft.get()));
        }
        BookedOrder order =
                store.book()
                        .find(o -> o.orderId().equals(id))
                        .filter(o -> same(o.accessKey(), request.query().getOrDefault("key", "")))
                        .orElseThrow(() ->
                                WooError.of(
                                        401,
                                        "woocommerce_rest_invalid_order",
                                        "Invalid order ID or key provided."));
        requireEmail(order.contact().getOrDefault("billing.email", ""), request);
        return Reply.json(200, view(order));
    }

    private static void requireEmail(String email, Request request) throws WooError {
        if (!same(email, request.query().getOrDefault("billing_email", ""))) {
            throw WooError.of(
                    401,
                    "woocommerce_rest_invalid_billing_email",
                    "Invalid billing email provided.");
        }
    }

    private ObjectNode draftView(String id, WooCart cart) {
        ObjectNode node = Json.object();
        node.put("id", Integer.parseInt(id)).put("status", "checkout-draft");
        WooPolicy now = policy.get();
        node.set(
                "totals",
                WooCartView.totals(cart.sum(store, now), cart.country().isPresent(), now));
        node.set("billing_address", WooCartView.address(cart.billing()));
        node.set("shipping_address", WooCartView.address(cart.shipping()));
        node.put("needs_payment", true).put("needs_shipping", true);
        return node;
    }

    /** The status now, in the shop's words. */
    String status(BookedOrder order) {
        if (refunded(order) == order.payable()) {
            return "refunded";
        }
        Delivery.Stage stage = store.delivery().stage(order.placedAt());
        if (tracksShipments) {
            return switch (stage) {
                case PROCESSING -> WooPaying.beforeSending(order);
                case SHIPPED, IN_TRANSIT -> "shipped";
                case DELIVERED -> "delivered";
            };
        }
        return switch (stage) {
            case PROCESSING -> WooPaying.beforeSending(order);
            case SHIPPED, IN_TRANSIT -> "processing";
            case DELIVERED -> "completed";
        };
    }

    private ObjectNode view(BookedOrder order) {
        ObjectNode node = Json.object();
        node.put("id", Integer.parseInt(order.orderId()));
        node.put("status", status(order));
        WooPolicy now = policy.get();
        ArrayNode items = node.putArray("items");
        for (BookedLine line : order.lines()) {
            ObjectNode item = items.addObject();
            item.put("key", WooCartView.key(line.sku()));
            item.put("id", Integer.parseInt(line.itemId()));
            item.put("quantity", line.quantity());
            item.put("name", WooText.html(line.title())).put("sku", line.sku());
            item.set(
                    "totals",
                    WooCartView.lineTotals(line.unitPrice() * line.quantity(), line.total(), now));
        }
        ObjectNode totals = node.putObject("totals");
        totals.put("subtotal", WooMoney.text(now.net(order.goods())));
        totals.put("total_discount", WooMoney.text(now.net(order.discount())));
        totals.put("total_shipping", WooMoney.text(now.net(order.delivery())));
        totals.put("total_fees", "0");
        totals.put(
                "total_tax",
                WooMoney.text(
                        now.taxOf(order.goods() - order.discount()) + now.taxOf(order.delivery())));
        totals.put("total_refund", WooMoney.text(refunded(order)));
        totals.put("total_price", WooMoney.text(order.payable()));
        totals.put("total_items", WooMoney.text(now.net(order.goods())));
        WooMoney.currency(totals);
        node.put("payment_method", WooPaying.of(order));
        node.put("customer_note", order.note().orElse(""));
        node.set("billing_address", address(order, "billing."));
        node.set("shipping_address", address(order, "shipping."));
        node.put("needs_payment", false).put("needs_shipping", true);
        node.put(
                "date_created_gmt",
                DateTimeFormatter.ISO_INSTANT.format(order.placedAt()).replace("Z", ""));
        ObjectNode extensions = node.putObject("extensions");
        if (tracksShipments
                && store.delivery().stage(order.placedAt()) != Delivery.Stage.PROCESSING) {
            String number = Delivery.trackingNumber(order);
            extensions
                    .putObject("shipment-tracking")
                    .putArray("items")
                    .addObject()
                    .put("tracking_provider", "SF Express")
                    .put("tracking_number", number)
                    .put("tracking_link", "https://www.sf-express.com/track?no=" + number);
        }
        return node;
    }

    private static ObjectNode address(BookedOrder order, String prefix) {
        ObjectNode node = Json.object();
        for (String field : WooAddress.FIELDS) {
            node.put(field, order.contact().getOrDefault(prefix + field, ""));
        }
        return node;
    }

    static boolean same(String expected, String given) {
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
