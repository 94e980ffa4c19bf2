package com.truecart.sandbox.pay;

import com.truecart.sandbox.http.Json;
import com.truecart.sandbox.http.Reply;
import tools.jackson.databind.node.ObjectNode;

/** Stripe says no. */
final class StripeRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int status;
    private final String type;
    private final String code;
    private final boolean isKept;

    private StripeRefusal(int status, String type, String code, String message, boolean isKept) {
        super(message);
        this.status = status;
        this.type = type;
        this.code = code;
        this.isKept = isKept;
    }

    /** The fields are not right; nothing was begun, and nothing is kept under the key. */
    static StripeRefusal fields(String code, String message) {
        return new StripeRefusal(400, "invalid_request_error", code, message, false);
    }

    /** The thing is not in a state for this. */
    static StripeRefusal state(String code, String message) {
        return new StripeRefusal(400, "invalid_request_error", code, message, true);
    }

    static StripeRefusal missing(String what, String id) {
        return new StripeRefusal(
                404,
                "invalid_request_error",
                "resource_missing",
                "No such " + what + ": '" + id + "'",
                false);
    }

    static StripeRefusal key() {
        return new StripeRefusal(
                401, "invalid_request_error", "", "Invalid API Key provided", false);
    }

    static StripeRefusal otherFields(String key) {
        return new StripeRefusal(
                400,
                "idempotency_error",
                "",
                "Keys for idempotent requests can only be used with the same parameters they were"
                        + " first used with: "
                        + key,
                false);
    }

    /** Whether the answer is kept under the key. */
    boolean isKept() {
        return isKept;
    }

    Reply reply() {
        ObjectNode body = Json.object();
        ObjectNode error = body.putObject("error").put("type", type);
        if (!code.isEmpty()) {
            error.put("code", code);
        }
        error.put("message", getMessage());
        return Reply.json(status, body);
    }
}
