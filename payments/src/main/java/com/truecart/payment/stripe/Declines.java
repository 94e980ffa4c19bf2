package com.truecart.payment.stripe;

import com.truecart.kit.Json;
import com.truecart.payment.Standing.Decline;
import com.truecart.payment.Standing.Reason;

/** What a shopper can do about Stripe's decline codes (docs.stripe.com/declines/codes). */
final class Declines {
    private Declines() {}

    /** Why the last try failed, from an intent's {@code last_payment_error}. */
    static Decline of(Json error) {
        String word =
                error.optionalText("decline_code")
                        .or(() -> error.optionalText("code"))
                        .orElseGet(() -> error.text("type"));
        return new Decline(reason(word), word);
    }

    static Reason reason(String word) {
        return switch (word) {
            case "incorrect_number",
                    "invalid_number",
                    "incorrect_cvc",
                    "invalid_cvc",
                    "expired_card",
                    "invalid_expiry_month",
                    "invalid_expiry_year",
                    "incorrect_zip",
                    "incorrect_address",
                    "incorrect_pin",
                    "invalid_pin" ->
                    Reason.CHECK_DETAILS;
            case "insufficient_funds",
                    "card_velocity_exceeded",
                    "withdrawal_count_limit_exceeded" ->
                    Reason.NOT_ENOUGH_MONEY;
            case "authentication_required",
                    "authentication_not_handled",
                    "payment_intent_authentication_failure",
                    "mobile_device_authentication_required" ->
                    Reason.NOT_RECOGNISED;
            // lost, stolen and fraudulent are for the bank to say: Stripe asks not to tell
            case "card_declined",
                    "generic_decline",
                    "call_issuer",
                    "card_not_supported",
                    "currency_not_supported",
                    "do_not_honor",
                    "do_not_try_again",
                    "fraudulent",
                    "invalid_account",
                    "lost_card",
                    "merchant_blacklist",
                    "new_account_information_available",
                    "no_action_taken",
                    "not_permitted",
                    "pickup_card",
                    "pin_try_exceeded",
                    "restricted_card",
                    "revocation_of_all_authorizations",
                    "revocation_of_authorization",
                    "security_violation",
                    "service_not_allowed",
                    "stolen_card",
                    "stop_payment_order",
                    "transaction_not_allowed" ->
                    Reason.REFUSED_BY_BANK;
            case "approve_with_id",
                    "issuer_not_available",
                    "processing_error",
                    "reenter_transaction",
                    "try_again_later" ->
                    Reason.TRY_LATER;
            default -> Reason.UNRECOGNISED;
        };
    }
}
