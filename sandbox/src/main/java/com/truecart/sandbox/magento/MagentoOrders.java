package com.truecart.sandbox.magento;

import com.truecart.sandbox.graphql.Refusal;
import com.truecart.sandbox.magento.MagentoCart.Sum;
import com.truecart.sandbox.shop.Store;
import com.truecart.sandbox.store.BookedLine;
import com.truecart.sandbox.store.BookedOrder;
import com.truecart.sandbox.store.Offer;
import com.truecart.sandbox.store.ShopTerms;
import graphql.schema.DataFetchingEnvironment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Turning carts into orders, and what guests may see of them. No idempotency, as there is none. */
final class MagentoOrders {
    private final Store store;
    private final MagentoTerms terms;
    private final MagentoCarts carts;
    private final Map<String, Progress> progress = new ConcurrentHashMap<>();

    MagentoOrders(Store store, MagentoTerms terms, MagentoCarts carts) {
        this.store = store;
        this.terms = terms;
        this.carts = carts;
    }

    /**
     * How far the shopkeeper got with an order.
     *
     * @param tracking of the parcel that left, where one did
     * @param shipped how many units of each line left with it
     */
    record Progress(String status, Optional<String> tracking, int shipped, long refunded) {
        static final Progress NONE = new Progress("Pending", Optional.empty(), 0, 0);
    }

    Map<String, Object> place(DataFetchingEnvironment env) {
        String id = String.valueOf(MagentoCarts.map(env.getArgument("input")).get("cart_id"));
        return store.atTheCounter(() -> place(id));
    }

    private Map<String, Object> place(String id) {
        Optional<MagentoCart> found = carts.find(id);
        if (found.isEmpty()) {
            return failure("CART_NOT_FOUND", "Could not find a cart with ID \"" + id + "\"");
        }
        MagentoCart cart = found.get();
        if (!cart.isActive()) {
            return failure("CART_NOT_ACTIVE", "The cart isn't active.");
        }
        if (cart.email().isEmpty()) {
            return failure("GUEST_EMAIL_MISSING", "Guest email for cart is missing.");
        }
        if (cart.way().isEmpty() || cart.payment().isEmpty() || cart.billing().isEmpty()) {
            return failure(
                    "UNABLE_TO_PLACE_ORDER",
                    "Unable to place order: Some addresses can't be used due to the"
                            + " configurations for specific countries.");
        }
        Sum sum = cart.sum(store, terms);
        Optional<Offer> shortage = store.shelf().take(cart.quantities());
        if (shortage.isPresent()) {
            return failure(
                    "UNABLE_TO_PLACE_ORDER",
                    "Unable to place order: The requested qty is not available");
        }
        cart.close();
        BookedOrder order = booked(cart, sum);
        store.book().append(order);
        return Map.of("orderV2", shown(order), "errors", List.of());
    }

    private BookedOrder booked(MagentoCart cart, Sum sum) {
        List<BookedLine> lines = Store.booked(sum.bill());
        Map<String, String> contact = new HashMap<>(cart.shipping());
        contact.put("email", cart.email());
        long discount = sum.bill().discount();
        return new BookedOrder(
                store.terms().id(),
                "%09d".formatted(store.nextNumber()),
                store.now(),
                lines,
                // with the taxes that belong to it, whatever side they are stated on
                sum.total() - sum.deliveryWithTax() + discount,
                discount,
                sum.deliveryWithTax(),
                0,
                sum.total(),
                ShopTerms.CURRENCY,
                cart.coupon().map(List::of).orElse(List.of()),
                Optional.empty(),
                Optional.empty(),
                Optional.of(cart.id()),
                "0:3:" + UUID.randomUUID(),
                contact,
                "",
                "");
    }

    Map<String, Object> byToken(DataFetchingEnvironment env) {
        Object token = MagentoCarts.map(env.getArgument("input")).get("token");
        return shown(
                store.book()
                        .find(order -> order.accessKey().equals(token))
                        .orElseThrow(MagentoOrders::unknown));
    }

    Map<String, Object> byName(DataFetchingEnvironment env) {
        Map<String, Object> asked = MagentoCarts.map(env.getArgument("input"));
        return shown(
                store.book()
                        .find(order ->
                                order.orderId().equals(asked.get("number"))
                                        && Stream.of("email", "lastname")
                                                .allMatch(field ->
                                                        order.contact()
                                                                .getOrDefault(field, "")
                                                                .equals(asked.get(field))))
                        .orElseThrow(MagentoOrders::unknown));
    }

    void progress(String number, Progress now) {
        progress.put(number, now);
    }

    Progress progress(String number) {
        return progress.getOrDefault(number, Progress.NONE);
    }

    private Map<String, Object> shown(BookedOrder order) {
        Progress now = progress(order.orderId());
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("id", order.orderId());
        node.put("number", order.orderId());
        node.put("token", order.accessKey());
        node.put("status", now.status());
        node.put("order_date", order.placedAt().toString());
        node.put("email", order.contact().getOrDefault("email", ""));
        List<Map<String, Object>> items = new ArrayList<>();
        for (BookedLine line : order.lines()) {
            items.add(
                    Map.of(
                            "product_sku", line.sku(),
                            "quantity_ordered", line.quantity(),
                            "quantity_shipped", Math.min(line.quantity(), now.shipped()),
                            "quantity_canceled", 0,
                            "quantity_refunded", 0));
        }
        node.put("items", items);
        node.put(
                "total",
                Map.of(
                        "grand_total", MagentoAmount.of(order.payable()),
                        "subtotal", MagentoAmount.of(order.goods()),
                        "total_shipping", MagentoAmount.of(order.delivery()),
                        "total_tax", MagentoAmount.of(0)));
        node.put(
                "shipments",
                now.tracking()
                        .map(number ->
                                List.of(
                                        Map.of(
                                                "id",
                                                "s1",
                                                "number",
                                                "000000001",
                                                "tracking",
                                                List.of(
                                                        Map.of(
                                                                "title", "SF Express",
                                                                "carrier", "custom",
                                                                "number", number)))))
                        .orElse(List.of()));
        node.put("invoices", List.of());
        node.put(
                "credit_memos",
                now.refunded() == 0
                        ? List.of()
                        : List.of(
                                Map.of(
                                        "id",
                                        "c1",
                                        "number",
                                        "000000001",
                                        "total",
                                        Map.of("grand_total", MagentoAmount.of(now.refunded())))));
        return node;
    }

    private static Map<String, Object> failure(String code, String message) {
        return Map.of("errors", List.of(Map.of("code", code, "message", message)));
    }

    private static Refusal unknown() {
        return new Refusal(
                "graphql-no-such-entity",
                "We couldn't locate an order with the information provided.");
    }
}
