package com.truecart.sandbox.ucp;

import com.truecart.sandbox.http.Json;
import com.truecart.sandbox.store.ShopTerms;
import com.truecart.sandbox.till.Bill;
import com.truecart.sandbox.till.CartLine;
import com.truecart.sandbox.till.Reduction;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A checkout as the protocol shows it. */
final class UcpCheckoutView {
    private final URI base;
    private final Supplier<UcpPolicy> policy;

    UcpCheckoutView(URI base, Supplier<UcpPolicy> policy) {
        this.base = base;
        this.policy = policy;
    }

    /** The whole checkout, with anything more there is to say. */
    ObjectNode checkout(UcpSession session, UcpQuote quote, List<ObjectNode> moreErrors) {
        UcpPolicy now = policy.get();
        boolean open = session.orderId().isEmpty() && !session.canceled();
        ObjectNode node = Json.object();
        node.set("ucp", UcpForm.checkoutHead(now));
        node.put("id", session.id());
        node.set("line_items", lines(quote.bill()));
        ObjectNode buyer = node.putObject("buyer");
        session.buyer().forEach(buyer::put);
        node.put("status", status(session, quote, moreErrors, now));
        node.put("currency", ShopTerms.CURRENCY);
        node.set("totals", totals(quote));
        ArrayNode messages = node.putArray("messages");
        if (open) {
            quote.errors().forEach(messages::add);
            moreErrors.forEach(messages::add);
            escalation(now).ifPresent(messages::add);
            quote.warnings().forEach(messages::add);
            now.disclosure().ifPresent(notice -> messages.add(disclosure(notice)));
            node.put("continue_url", base + "/buyer/" + session.id());
        }
        node.putArray("links")
                .addObject()
                .put("type", "terms_of_service")
                .put("url", base + "/terms");
        node.put("expires_at", session.expires().toString());
        node.set("discounts", discounts(session, quote.bill(), now));
        node.putObject("fulfillment").putArray("methods").add(method(session, quote));
        session.orderId()
                .ifPresent(id ->
                        node.putObject("order")
                                .put("id", id)
                                .put("label", "#" + id)
                                .put("permalink_url", base + "/o/" + id));
        return node;
    }

    /** Whether the buyer must come in person before anything is ordered. */
    boolean isForTheBuyer() {
        return escalation(policy.get()).isPresent();
    }

    private static String status(
            UcpSession session, UcpQuote quote, List<ObjectNode> moreErrors, UcpPolicy now) {
        if (session.orderId().isPresent()) {
            return "completed";
        }
        if (session.canceled()) {
            return "canceled";
        }
        if (!quote.errors().isEmpty() || !moreErrors.isEmpty()) {
            return "incomplete";
        }
        return escalation(now).isPresent() ? "requires_escalation" : "ready_for_complete";
    }

    private static Optional<ObjectNode> escalation(UcpPolicy now) {
        return switch (now.escalation()) {
            case NONE -> Optional.empty();
            case INPUT ->
                    Optional.of(
                            UcpForm.error(
                                    "field_required",
                                    "$.buyer",
                                    "Tell us at which hour somebody is at home",
                                    "requires_buyer_input"));
            case REVIEW ->
                    Optional.of(
                            UcpForm.error(
                                    "review_required",
                                    "$.line_items",
                                    "The buyer must agree to the terms of sale",
                                    "requires_buyer_review"));
        };
    }

    private static ObjectNode disclosure(String notice) {
        return UcpForm.warning("age_restricted", "$.line_items[0]", notice)
                .put("presentation", "disclosure");
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

    private static ObjectNode discounts(UcpSession session, Bill bill, UcpPolicy now) {
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
            if (now.provisional()) {
                node.put("provisional", true);
            }
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
