package com.truecart.sandbox.woo;

import com.truecart.sandbox.http.Json;
import com.truecart.sandbox.http.Reply;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** A refusal in WordPress form. */
final class WooError extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Reply reply;

    private WooError(String message, Reply reply) {
        super(message);
        this.reply = reply;
    }

    /** A refusal with nothing more to say. */
    static WooError of(int status, String code, String message) {
        return new WooError(message, reply(status, code, message, Json.object()));
    }

    /** A refusal that names parameters. */
    static WooError parameters(String code, String message, Map<String, String> parameters) {
        ObjectNode facts = Json.object();
        ObjectNode params = facts.putObject("params");
        parameters.forEach(params::put);
        return new WooError(message, reply(400, code, message, facts));
    }

    /** A refusal that says more in its data. */
    static WooError with(String code, String message, ObjectNode facts) {
        return new WooError(message, reply(400, code, message, facts));
    }

    /** A conflict, answered with the cart as it is now. */
    static WooError conflict(String code, String message, ObjectNode cart) {
        ObjectNode facts = Json.object();
        facts.set("cart", cart);
        return new WooError(message, reply(409, code, message, facts));
    }

    /** The answer to send. */
    Reply reply() {
        return reply;
    }

    private static Reply reply(int status, String code, String message, ObjectNode facts) {
        ObjectNode body = Json.object();
        body.put("code", code).put("message", message);
        facts.put("status", status);
        body.set("data", facts);
        return Reply.json(status, body);
    }
}
