package com.truecart.sandbox.ucp;

import com.truecart.sandbox.http.Json;
import com.truecart.sandbox.store.ShopTerms;
import com.truecart.sandbox.till.Bill;
import com.truecart.sandbox.till.CartLine;
import com.truecart.sandbox.till.Reduction;
import java.net.URI;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A checkout as the protocol shows it. */
final class UcpCheckoutView {
    private final URI base;

    UcpCheckoutView(URI base) {
        this.base = base;
    }

    /** The whole checkout, with anything more there is to say. */
    ObjectNode checkout(UcpSession session, UcpQuote quote, List<ObjectNode> moreErrors) {
        boolean open = session.orderId().isEmpty() && !session.canceled();
        ObjectNode node = Json.object();
        node.set("ucp", UcpForm.checkoutHead());
        node.put("id", session.id());
        node.set("line_items", lines(quote.bill()));
        ObjectNode buyer = node.putObject("buyer");
        session.buyer().forEach(buyer::put);
        node.put("status", status(session, quote, moreErrors));
        node.put("currency", ShopTerms.CURRENCY);
        node.set("totals", totals(quote));
        ArrayNode messages = node.putArray("messages");
        if (open) {
            quote.errors().forEach(messages::add);
            moreErrors.forEach(messages::add);
            quote.warnings().forEach(messages::add);
        }
        node.putArray("links")
                .addObject()
                .put("type", "terms_of_service")
                .put("url", base + "/terms");
        node.put("expires_at", session.expires().toString());
        node.set("discounts", discounts(session, quote.bill()));
        node.putObject("fulfillment").putArray("methods").add(method(session, quote));
        session.orderId()
                .ifPresent(id ->
                        node.putObject("order")
                                .put("id", id)
                                .put("label", "#" + id)
                                .put("permalink_url", base + "/o/" + id));
        return node;
    }

    private static String status(UcpSession session, UcpQuote quote, List<ObjectNode> moreErrors) {
        if (session.orderId().isPresent()) {
            return "completed";
        }
        if (session.canceled()) {
            return "canceled";
        }
        return quote.errors().isEmpty() && moreErrors.isEmpty()
                ? "ready_for_complete"
                : "incomplete";
    }

    private static ArrayNode lines(Bill bill) {
        ArrayNode lines = Json.array();
        for (int i = 0; i < bill.lines().size(); i++) {
            CartLine line = bill.lines().get(i);
            ObjectNode node = lines.addObject();
            node.put("id", lineId(i));
            node.putObject("item")
                    .put("id", line.offer().itemId())
                    .put("title", line.offer().product().name())
                    .put("price", line.offer().price());
            node.put("quantity", line.quantity());
            node.set("totals", lineTotals(line.subtotal(), bill.lineDiscount(i)));
        }
        return lines;
    }

    /** The name of the line at this place. */
    static String lineId(int index) {
        return "li_" + (index + 1);
    }

    /** The breakdown of one line. */
    static ArrayNode lineTotals(long subtotal, long discount) {
        ArrayNode totals = Json.array();
        totals.add(UcpForm.total("subtotal", "Subtotal", subtotal));
        if (discount > 0) {
            totals.add(UcpForm.total("items_discount", "Discount", -discount));
        }
        totals.add(UcpForm.total("total", "Total", subtotal - discount));
        return totals;
    }

    private static ArrayNode totals(UcpQuote quote) {
        Bill bill = quote.bill();
        ArrayNode totals =
                totals(bill.subtotal(), quote.onLines(), bill.discount() - quote.onLines());
        quote.delivery()
                .ifPresent(fee -> totals.add(UcpForm.total("fulfillment", "Delivery", fee)));
        totals.add(UcpForm.total("total", "Total", quote.payable()));
        return totals;
    }

    /** The breakdown before delivery. */
    static ArrayNode totals(long subtotal, long onLines, long onOrder) {
        ArrayNode totals = Json.array();
        totals.add(UcpForm.total("subtotal", "Subtotal", subtotal));
        if (onLines > 0) {
            totals.add(UcpForm.total("items_discount", "Off products", -onLines));
        }
        if (onOrder > 0) {
            totals.add(UcpForm.total("discount", "Off the order", -onOrder));
        }
        return totals;
    }

    private static ObjectNode discounts(UcpSession session, Bill bill) {
        ObjectNode discounts = Json.object();
        ArrayNode codes = discounts.putArray("codes");
        session.codes().forEach(codes::add);
        ArrayNode applied = discounts.putArray("applied");
        for (int i = 0; i < bill.reductions().size(); i++) {
            Reduction reduction = bill.reductions().get(i);
            ObjectNode node = applied.addObject();
            reduction.code().ifPresent(code -> node.put("code", code));
            node.put("title", reduction.title()).put("amount", reduction.amount());
            node.put("automatic", reduction.code().isEmpty()).put("priority", i + 1);
            if (!reduction.perLine().isEmpty()) {
                node.put("method", "across");
                ArrayNode allocations = node.putArray("allocations");
                for (int line = 0; line < reduction.perLine().size(); line++) {
                    if (reduction.perLine().get(line) > 0) {
                        allocations
                                .addObject()
                                .put("path", "$.line_items[" + line + "]")
                                .put("amount", reduction.perLine().get(line));
                    }
                }
            }
        }
        return discounts;
    }

    private static ObjectNode method(UcpSession session, UcpQuote quote) {
        ObjectNode method = Json.object();
        method.put("id", "method_1").put("type", "shipping");
        method.set("line_item_ids", lineIds(quote.bill()));
        if (session.destination().isEmpty()) {
            return method;
        }
        ObjectNode destination = method.putArray("destinations").addObject();
        session.destination().forEach(destination::put);
        method.put("selected_destination_id", session.destination().getOrDefault("id", "dest_1"));
        if (quote.options().isEmpty()) {
            return method;
        }
        ObjectNode group = method.putArray("groups").addObject();
        group.put("id", "group_1");
        group.set("line_item_ids", lineIds(quote.bill()));
        ArrayNode options = group.putArray("options");
        quote.options()
                .forEach((id, fee) -> {
                    ObjectNode option = options.addObject();
                    boolean standard = id.equals(UcpQuote.STANDARD);
                    option.put("id", id);
                    option.put("title", standard ? "Standard 標準" : "Express 特快");
                    option.put("carrier", "SF Express");
                    ArrayNode totals = option.putArray("totals");
                    totals.add(UcpForm.total("subtotal", "Delivery", fee));
                    totals.add(UcpForm.total("total", "Delivery", fee));
                });
        if (quote.delivery().isPresent()) {
            group.put("selected_option_id", session.option().orElseThrow());
        } else {
            group.putNull("selected_option_id");
        }
        return method;
    }

    private static ArrayNode lineIds(Bill bill) {
        ArrayNode ids = Json.array();
        for (int i = 0; i < bill.lines().size(); i++) {
            ids.add(lineId(i));
        }
        return ids;
    }
}
