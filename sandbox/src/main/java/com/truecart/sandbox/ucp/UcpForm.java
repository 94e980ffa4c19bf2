package com.truecart.sandbox.ucp;

import com.truecart.sandbox.http.Json;
import com.truecart.sandbox.http.Reply;
import com.truecart.sandbox.store.ShopTerms;
import java.net.URI;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The parts all UCP answers are made of. */
final class UcpForm {
    /** The release of the protocol. */
    static final String VERSION = "2026-04-08";

    /** Where the service begins under the shop's address. */
    static final String SERVICE = "/ucp/v1";

    /** Where its tools are called, when it offers the operations as such. */
    static final String TOOLS = "/ucp/mcp";

    private static final String FIRST = "2026-01-11";

    /** The one way to pay: cash to the courier. */
    static final String HANDLER = "com.example.cod";

    /** What the handler is called in a payment instrument. */
    static final String HANDLER_ID = "cod_hk";

    /** The kind of instrument the handler takes. */
    static final String INSTRUMENT = "cash_on_delivery";

    private static final String SITE = "https://ucp.dev/" + VERSION + "/";

    private UcpForm() {}

    /** What a platform reads first. */
    static ObjectNode profile(URI base, UcpPolicy policy, UcpKeys keys) {
        ObjectNode profile = Json.object();
        ObjectNode ucp = profile.putObject("ucp");
        switch (policy.profile()) {
            case REGISTRIES -> registries(ucp, base, policy);
            case LISTS -> lists(ucp, base, policy);
        }
        profile.set("signing_keys", keys.published());
        return profile;
    }

    private static void registries(ObjectNode ucp, URI base, UcpPolicy policy) {
        ucp.put("version", VERSION);
        ObjectNode service = ucp.putObject("services").putArray("dev.ucp.shopping").addObject();
        service.put("version", VERSION).put("transport", transport(policy));
        service.put("endpoint", endpoint(base, policy));
        service.put("spec", SITE + "specification/overview");
        service.put("schema", SITE + "services/shopping/" + contract(policy));
        ObjectNode capabilities = ucp.putObject("capabilities");
        capability(capabilities, "catalog.search", "catalog_search");
        capability(capabilities, "catalog.lookup", "catalog_lookup");
        capability(capabilities, "checkout", "checkout");
        capability(capabilities, "order", "order");
        capability(capabilities, "discount", "discount")
                .put("extends", "dev.ucp.shopping.checkout");
        capability(capabilities, "fulfillment", "fulfillment")
                .put("extends", "dev.ucp.shopping.checkout");
        ucp.set("payment_handlers", handlers(policy));
    }

    /** The shape of the first release, in which the answers have not changed. */
    private static void lists(ObjectNode ucp, URI base, UcpPolicy policy) {
        ucp.put("version", FIRST);
        ObjectNode service = ucp.putObject("services").putObject("dev.ucp.shopping");
        service.put("version", FIRST);
        service.putObject(transport(policy)).put("endpoint", endpoint(base, policy));
        ArrayNode capabilities = ucp.putArray("capabilities");
        for (String root : List.of("catalog.search", "catalog.lookup", "checkout", "order")) {
            capabilities.addObject().put("name", "dev.ucp.shopping." + root).put("version", FIRST);
        }
        for (String extension : List.of("discount", "fulfillment")) {
            capabilities
                    .addObject()
                    .put("name", "dev.ucp.shopping." + extension)
                    .put("version", FIRST)
                    .put("extends", "dev.ucp.shopping.checkout");
        }
    }

    private static String transport(UcpPolicy policy) {
        return switch (policy.transport()) {
            case REST -> "rest";
            case MCP -> "mcp";
        };
    }

    private static String endpoint(URI base, UcpPolicy policy) {
        return switch (policy.transport()) {
            case REST -> base + SERVICE;
            case MCP -> base + TOOLS;
        };
    }

    private static String contract(UcpPolicy policy) {
        return switch (policy.transport()) {
            case REST -> "rest.openapi.json";
            case MCP -> "mcp.openrpc.json";
        };
    }

    private static ObjectNode capability(ObjectNode into, String name, String schema) {
        return into.putArray("dev.ucp.shopping." + name)
                .addObject()
                .put("version", VERSION)
                .put("spec", SITE + "specification/" + name.replace('.', '/'))
                .put("schema", SITE + "schemas/shopping/" + schema + ".json");
    }

    private static ObjectNode handlers(UcpPolicy policy) {
        ObjectNode handlers = Json.object();
        boolean cash = policy.takesCash();
        ObjectNode handler = handlers.putArray(cash ? HANDLER : "com.example.cards").addObject();
        handler.put("id", cash ? HANDLER_ID : "cards").put("version", VERSION);
        handler.putArray("available_instruments")
                .addObject()
                .put("type", cash ? INSTRUMENT : "card");
        return handlers;
    }

    /** The head of a good answer. */
    static ObjectNode success(String... capabilities) {
        ObjectNode ucp = Json.object();
        ucp.put("version", VERSION).put("status", "success");
        ObjectNode named = ucp.putObject("capabilities");
        for (String capability : capabilities) {
            named.putArray("dev.ucp.shopping." + capability).addObject().put("version", VERSION);
        }
        return ucp;
    }

    /** The head of a good answer about a checkout. */
    static ObjectNode checkoutHead(UcpPolicy policy) {
        ObjectNode ucp = success("checkout", "discount", "fulfillment");
        ucp.set("payment_handlers", handlers(policy));
        return ucp;
    }

    /** A business refusal, with the status HTTP gives it. */
    static Reply refusal(int status, List<ObjectNode> messages) {
        ObjectNode body = Json.object();
        body.putObject("ucp").put("version", VERSION).put("status", "error");
        ArrayNode all = body.putArray("messages");
        messages.forEach(all::add);
        return Reply.json(status, body);
    }

    /** A refusal of the protocol itself. */
    static Reply protocolError(int status, String code, String content) {
        return Reply.json(status, Json.object().put("code", code).put("content", content));
    }

    /** Something the buyer or the platform must deal with. */
    static ObjectNode error(String code, String path, String content, String severity) {
        return Json.object()
                .put("type", "error")
                .put("code", code)
                .put("path", path)
                .put("content", content)
                .put("severity", severity);
    }

    /** Something the buyer must be shown. */
    static ObjectNode warning(String code, String path, String content) {
        return Json.object()
                .put("type", "warning")
                .put("code", code)
                .put("path", path)
                .put("content", content);
    }

    /** An amount with its currency. */
    static ObjectNode price(long cents) {
        return Json.object().put("amount", cents).put("currency", ShopTerms.CURRENCY);
    }

    /** One line of a breakdown. */
    static ObjectNode total(String type, String text, long cents) {
        return Json.object().put("type", type).put("display_text", text).put("amount", cents);
    }
}
