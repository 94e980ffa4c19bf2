package com.truecart.sandbox.pay;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A Checkout Session and all that came of it, as the books hold it; guarded by the books. */
final class StripeSession {
    final String id;
    final Instant created;
    final Instant expiresAt;
    final Map<String, String> fields;
    final long amount;
    final String currency;
    Status status = Status.OPEN;
    Optional<Intent> intent = Optional.empty();

    enum Status {
        OPEN,
        COMPLETE,
        EXPIRED
    }

    StripeSession(
            String id,
            Instant created,
            Instant expiresAt,
            Map<String, String> fields,
            long amount,
            String currency) {
        this.id = id;
        this.created = created;
        this.expiresAt = expiresAt;
        this.fields = Map.copyOf(fields);
        this.amount = amount;
        this.currency = currency;
    }

    String field(String name) {
        return fields.getOrDefault(name, "");
    }

    /** The metadata stated under this name. */
    Map<String, String> metadata(String name) {
        return StripeForm.under(fields, name);
    }

    boolean isManual() {
        return field("payment_intent_data[capture_method]").equals("manual");
    }

    /** A payment intent, with its charge. */
    static final class Intent {
        final String id;
        final String chargeId;
        final Instant created;
        final List<Refund> refunds = new ArrayList<>();
        String status = "requires_payment_method";
        Optional<TestCard.Problem> lastError = Optional.empty();
        Optional<Instant> captureBefore = Optional.empty();
        boolean isCharged;
        long capturable;
        long received;
        String cancellationReason = "";

        Intent(String id, String chargeId, Instant created) {
            this.id = id;
            this.chargeId = chargeId;
            this.created = created;
        }

        long refunded() {
            return refunds.stream()
                    .filter(refund -> !refund.status().equals("failed"))
                    .mapToLong(Refund::amount)
                    .sum();
        }
    }

    /** Money given back. */
    record Refund(
            String id, Instant created, long amount, Map<String, String> metadata, String status) {}
}
