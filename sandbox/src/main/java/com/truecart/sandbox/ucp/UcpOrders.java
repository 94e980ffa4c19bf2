package com.truecart.sandbox.ucp;

import com.truecart.sandbox.http.Json;
import com.truecart.sandbox.http.Reply;
import com.truecart.sandbox.shop.Store;
import com.truecart.sandbox.store.BookedLine;
import com.truecart.sandbox.store.BookedOrder;
import com.truecart.sandbox.store.Delivery;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Orders as the protocol shows them: always the whole, with every event so far. */
final class UcpOrders {
    private final Store store;
    private final URI base;
    private final UcpAfterSales afterSales;

    UcpOrders(Store store, URI base, UcpAfterSales afterSales) {
        this.store = store;
        this.base = base;
        this.afterSales = afterSales;
    }

    /** One order. */
    Reply get(String id) {
        return store.book()
                .find(o -> o.orderId().equals(id))
                .map(order -> Reply.json(200, view(order)))
                .orElseGet(() ->
                        UcpForm.refusal(
                                404,
                                List.of(
                                        UcpForm.error(
                                                "not_found",
                                                "$.id",
                                                "There is no order " + id,
                                                "unrecoverable"))));
    }

    /** An order as it is now. */
    ObjectNode view(BookedOrder order) {
        boolean cancelled = afterSales.isCancelled(order.orderId());
        boolean shipped =
                !cancelled && store.delivery().stage(order.placedAt()) != Delivery.Stage.PROCESSING;
        ObjectNode node = Json.object();
        node.set("ucp", UcpForm.success("order"));
        node.put("id", order.orderId()).put("label", "#" + order.orderId());
        node.put("checkout_id", order.checkoutId().orElseThrow());
        node.put("permalink_url", base + "/o/" + order.orderId());
        long onLines = 0;
        ArrayNode lines = node.putArray("line_items");
        for (int i = 0; i < order.lines().size(); i++) {
            BookedLine line = order.lines().get(i);
            long subtotal = line.unitPrice() * line.quantity();
            onLines += subtotal - line.total();
            ObjectNode item = lines.addObject();
            item.put("id", UcpCheckoutView.lineId(i));
            item.putObject("item")
                    .put("id", line.itemId())
                    .put("title", line.title())
                    .put("price", line.unitPrice());
            item.putObject("quantity")
                    .put("original", line.quantity())
                    .put("total", cancelled ? 0 : line.quantity())
                    .put("fulfilled", shipped ? line.quantity() : 0);
            item.set("totals", UcpCheckoutView.lineTotals(subtotal, subtotal - line.total()));
            item.put("status", cancelled ? "removed" : shipped ? "fulfilled" : "processing");
        }
        ObjectNode fulfillment = node.putObject("fulfillment");
        fulfillment.putArray("expectations").add(expectation(order));
        ArrayNode events = fulfillment.putArray("events");
        for (Delivery.Event event : store.delivery().events(order.placedAt())) {
            if (!cancelled || event.stage() == Delivery.Stage.PROCESSING) {
                events.add(event(order, event, events.size() + 1));
            }
        }
        ArrayNode adjustments = node.putArray("adjustments");
        afterSales.of(order.orderId()).forEach(adjustments::add);
        node.put("currency", order.currency());
        ArrayNode totals =
                UcpCheckoutView.totals(order.goods(), onLines, order.discount() - onLines);
        totals.add(UcpForm.total("fulfillment", "Delivery", order.delivery()));
        totals.add(UcpForm.total("total", "Total", order.payable()));
        node.set("totals", totals);
        return node;
    }

    private ObjectNode expectation(BookedOrder order) {
        ObjectNode node = Json.object();
        node.put("id", "exp_1").put("method_type", "shipping");
        node.set("line_items", quantities(order));
        ObjectNode destination = node.putObject("destination");
        for (String field : UcpRead.ADDRESS) {
            String value = order.contact().getOrDefault("shipping." + field, "");
            if (!value.isEmpty() && !field.equals("id")) {
                destination.put(field, value);
            }
        }
        node.put(
                "description",
                "Expected by " + order.placedAt().plus(store.delivery().deliverAfter()));
        return node.put("fulfillable_on", "now");
    }

    private static ObjectNode event(BookedOrder order, Delivery.Event event, int number) {
        ObjectNode node = Json.object();
        node.put("id", "evt_" + number);
        node.put("occurred_at", event.at().toString());
        node.put("type", event.stage().name().toLowerCase(Locale.ROOT));
        node.set("line_items", quantities(order));
        if (event.stage() != Delivery.Stage.PROCESSING) {
            String tracking = Delivery.trackingNumber(order);
            node.put("tracking_number", tracking).put("carrier", "SF Express");
            node.put("tracking_url", "https://www.sf-express.com/track?no=" + tracking);
        }
        return node;
    }

    private static ArrayNode quantities(BookedOrder order) {
        ArrayNode quantities = Json.array();
        for (int i = 0; i < order.lines().size(); i++) {
            quantities
                    .addObject()
                    .put("id", UcpCheckoutView.lineId(i))
                    .put("quantity", order.lines().get(i).quantity());
        }
        return quantities;
    }
}
