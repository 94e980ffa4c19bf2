package com.truecart.sandbox.ucp;

import com.truecart.sandbox.http.Json;
import com.truecart.sandbox.shop.Store;
import com.truecart.sandbox.store.BookedOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the shopkeeper gives back or calls off after an order; forgotten at a restart. */
final class UcpAfterSales {
    private final Store store;
    private final Map<String, List<ObjectNode>> adjustments = new ConcurrentHashMap<>();

    UcpAfterSales(Store store) {
        this.store = store;
    }

    /** Gives money back, or says that it will. */
    void refund(String orderId, long cents, String reason, boolean completed) {
        BookedOrder order = order(orderId);
        if (cents < 1 || cents > order.payable()) {
            throw new IllegalArgumentException("A refund is 1 to " + order.payable());
        }
        ObjectNode refund = adjustment(orderId, "refund", completed, reason);
        refund.putArray("totals").addObject().put("type", "total").put("amount", -cents);
        add(orderId, refund);
    }

    /** Calls the whole order off. */
    void cancel(String orderId, String reason) {
        BookedOrder order = order(orderId);
        ObjectNode cancellation = adjustment(orderId, "cancellation", true, reason);
        ArrayNode lines = cancellation.putArray("line_items");
        for (int i = 0; i < order.lines().size(); i++) {
            lines.addObject()
                    .put("id", UcpCheckoutView.lineId(i))
                    .put("quantity", -order.lines().get(i).quantity());
        }
        add(orderId, cancellation);
    }

    boolean isCancelled(String orderId) {
        return of(orderId).stream()
                .anyMatch(one -> one.path("type").asString("").equals("cancellation"));
    }

    List<ObjectNode> of(String orderId) {
        return adjustments.getOrDefault(orderId, List.of());
    }

    private ObjectNode adjustment(String orderId, String type, boolean completed, String reason) {
        return Json.object()
                .put("id", "adj_" + (of(orderId).size() + 1))
                .put("type", type)
                .put("occurred_at", store.now().toString())
                .put("status", completed ? "completed" : "pending")
                .put("description", reason);
    }

    private BookedOrder order(String id) {
        Optional<BookedOrder> order = store.book().find(o -> o.orderId().equals(id));
        return order.orElseThrow(
                () -> new IllegalArgumentException("There is no order " + id + " here"));
    }

    private void add(String orderId, ObjectNode adjustment) {
        adjustments.merge(
                orderId,
                List.of(adjustment),
                (before, more) -> {
                    List<ObjectNode> all = new ArrayList<>(before);
                    all.addAll(more);
                    return List.copyOf(all);
                });
    }
}
