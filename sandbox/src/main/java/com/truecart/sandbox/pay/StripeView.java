package com.truecart.sandbox.pay;

import com.truecart.sandbox.http.Json;
import com.truecart.sandbox.pay.StripeSession.Intent;
import com.truecart.sandbox.pay.StripeSession.Refund;
import com.truecart.sandbox.pay.StripeSession.Status;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Stripe's objects as JSON; what is not expanded is an id. */
final class StripeView {
    private final URI base;

    StripeView(URI base) {
        this.base = base;
    }

    /** How much is shown whole. */
    enum Depth {
        IDS,
        INTENT,
        CHARGE;

        static Depth of(Map<String, String> fields, String intentPath) {
            return StripeForm.expands(fields, intentPath + "latest_charge")
                    ? CHARGE
                    : StripeForm.expands(fields, intentPath.replaceAll("\\.$", "")) ? INTENT : IDS;
        }
    }

    ObjectNode session(StripeSession session, Depth depth) {
        ObjectNode node = object("checkout.session", session.id, session.created);
        node.put("amount_subtotal", session.amount).put("amount_total", session.amount);
        node.put("cancel_url", session.fields.get("cancel_url"));
        node.put("client_reference_id", session.fields.get("client_reference_id"));
        node.put("currency", session.currency);
        node.put("expires_at", session.expiresAt.getEpochSecond());
        node.set("metadata", map(session.metadata("metadata")));
        node.put("mode", "payment");
        node.putNull("payment_intent");
        session.intent.ifPresent(intent -> {
            if (depth == Depth.IDS) {
                node.put("payment_intent", intent.id);
            } else {
                node.set("payment_intent", intent(session, intent, depth));
            }
        });
        node.putArray("payment_method_types").add("card");
        node.put("payment_status", isPaid(session) ? "paid" : "unpaid");
        node.put("status", session.status.name().toLowerCase(Locale.ROOT));
        node.put("success_url", session.field("success_url"));
        node.put("ui_mode", "hosted_page");
        if (session.status == Status.OPEN) {
            node.put("url", base + "/c/pay/" + session.id);
        } else {
            node.putNull("url");
        }
        return node;
    }

    ObjectNode intent(StripeSession session, Intent intent, Depth depth) {
        ObjectNode node = object("payment_intent", intent.id, intent.created);
        node.put("amount", session.amount).put("amount_capturable", intent.capturable);
        node.put("amount_received", intent.received);
        if (intent.cancellationReason.isEmpty()) {
            node.putNull("cancellation_reason");
        } else {
            node.put("cancellation_reason", intent.cancellationReason);
        }
        node.put("capture_method", session.isManual() ? "manual" : "automatic_async");
        node.put("currency", session.currency);
        node.put("description", session.fields.get("payment_intent_data[description]"));
        node.putNull("last_payment_error");
        intent.lastError.ifPresent(problem -> node.set("last_payment_error", error(problem)));
        node.putNull("latest_charge");
        if (intent.isCharged) {
            if (depth == Depth.CHARGE) {
                node.set("latest_charge", charge(session, intent));
            } else {
                node.put("latest_charge", intent.chargeId);
            }
        }
        node.set("metadata", map(session.metadata("payment_intent_data[metadata]")));
        node.putArray("payment_method_types").add("card");
        node.put("status", intent.status);
        return node;
    }

    ObjectNode charge(StripeSession session, Intent intent) {
        ObjectNode node = object("charge", intent.chargeId, intent.created);
        node.put("amount", session.amount).put("amount_captured", intent.received);
        // what was held and not taken counts as given back within the charge
        long letGo =
                intent.status.equals("requires_capture") ? 0 : session.amount - intent.received;
        long back = intent.refunded() + letGo;
        node.put("amount_refunded", back);
        node.put("captured", intent.status.equals("succeeded"));
        node.put("currency", session.currency);
        node.set("metadata", map(session.metadata("payment_intent_data[metadata]")));
        node.put("paid", true).put("payment_intent", intent.id);
        node.put("refunded", back == session.amount);
        node.put("status", "succeeded");
        ObjectNode details = node.putObject("payment_method_details").put("type", "card");
        ObjectNode card = details.putObject("card");
        card.put("brand", "visa").put("last4", "4242");
        intent.captureBefore.ifPresent(
                before -> card.put("capture_before", before.getEpochSecond()));
        return node;
    }

    ObjectNode refund(StripeSession session, Refund refund) {
        Intent intent = StripeBooks.intent(session);
        ObjectNode node = object("refund", refund.id(), refund.created());
        node.put("amount", refund.amount()).put("charge", intent.chargeId);
        node.put("currency", session.currency);
        node.set("metadata", map(refund.metadata()));
        node.put("payment_intent", intent.id);
        node.putNull("reason");
        return node.put("status", refund.status());
    }

    /** What an event of this kind is about. */
    ObjectNode subject(String type, StripeSession session) {
        String kind = type.substring(0, type.lastIndexOf('.'));
        return switch (kind) {
            case "checkout.session" -> session(session, Depth.IDS);
            case "payment_intent" -> intent(session, StripeBooks.intent(session), Depth.IDS);
            case "charge" -> charge(session, StripeBooks.intent(session));
            case "refund" -> refund(session, StripeBooks.intent(session).refunds.getLast());
            default -> throw new IllegalArgumentException(type);
        };
    }

    static <T> ObjectNode list(
            String object,
            String url,
            List<T> all,
            Map<String, String> query,
            Function<T, ObjectNode> view) {
        int limit =
                query.containsKey("limit") ? Math.toIntExact(StripeForm.whole(query, "limit")) : 10;
        ObjectNode node = Json.object().put("object", object).put("url", url);
        node.put("has_more", all.size() > limit);
        ArrayNode entries = node.putArray("data");
        all.stream().limit(limit).map(view).forEach(entries::add);
        return node;
    }

    private static ObjectNode error(TestCard.Problem problem) {
        ObjectNode node = Json.object().put("type", "card_error").put("code", problem.code());
        if (!problem.declineCode().isEmpty()) {
            node.put("decline_code", problem.declineCode());
        }
        return node.put("message", problem.message());
    }

    private static boolean isPaid(StripeSession session) {
        return session.intent.filter(intent -> intent.received > 0).isPresent();
    }

    private static ObjectNode map(Map<String, String> entries) {
        ObjectNode node = Json.object();
        entries.forEach(node::put);
        return node;
    }

    private static ObjectNode object(String object, String id, Instant created) {
        return Json.object()
                .put("id", id)
                .put("object", object)
                .put("created", created.getEpochSecond())
                .put("livemode", false);
    }
}
