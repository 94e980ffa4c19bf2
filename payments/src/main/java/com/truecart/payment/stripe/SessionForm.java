package com.truecart.payment.stripe;

import com.truecart.payment.PaymentRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** What a Checkout Session is made of. */
final class SessionForm {
    /** Stripe takes 30 minutes to 24 hours from when it hears of it; a minute for the way. */
    private static final Duration LEAST = Duration.ofMinutes(31);

    private static final Duration MOST = Duration.ofHours(24).minusMinutes(1);

    private SessionForm() {}

    static Map<String, String> of(PaymentRequest request, Instant now) {
        Map<String, String> fields = new HashMap<>();
        fields.put("mode", "payment");
        fields.put("payment_method_types[0]", "card");
        fields.put("client_reference_id", request.reference());
        fields.put("metadata[" + Translate.REFERENCE + "]", request.reference());
        // a session's metadata is not its intent's, and only an intent's can be searched
        fields.put(
                "payment_intent_data[metadata][" + Translate.REFERENCE + "]", request.reference());
        fields.put("payment_intent_data[capture_method]", "manual");
        fields.put("payment_intent_data[description]", request.subject());
        fields.put("line_items[0][quantity]", "1");
        fields.put(
                "line_items[0][price_data][currency]",
                request.amount().currency().getCurrencyCode().toLowerCase(Locale.ROOT));
        fields.put(
                "line_items[0][price_data][unit_amount]", Long.toString(request.amount().minor()));
        fields.put("line_items[0][price_data][product_data][name]", request.subject());
        // else Stripe may charge in the shopper's own currency, which is not the amount agreed to
        fields.put("adaptive_pricing[enabled]", "false");
        fields.put("success_url", request.comeBack().toString());
        fields.put("cancel_url", request.comeBack().toString());
        fields.put("expires_at", Long.toString(expiry(request.until(), now).getEpochSecond()));
        return fields;
    }

    private static Instant expiry(Instant until, Instant now) {
        Instant least = now.plus(LEAST);
        Instant most = now.plus(MOST);
        return until.isBefore(least) ? least : until.isAfter(most) ? most : until;
    }
}
