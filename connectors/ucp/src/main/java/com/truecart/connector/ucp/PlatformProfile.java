package com.truecart.connector.ucp;

import com.truecart.spi.Secret;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * Our own profile, which businesses fetch from the address in {@code UCP-Agent}: what we can do,
 * the keys we sign with, and where order events go. The host serves it.
 */
public final class PlatformProfile {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String VERSION = "2026-04-08";
    private static final String SITE = "https://ucp.dev/" + VERSION + "/";

    private PlatformProfile() {}

    /**
     * The document.
     *
     * @param webhooks where a business posts order events
     * @param signingKeys private JWKs on P-256, the one we sign with and those a business may still
     *     meet; only their public halves are written
     * @throws com.truecart.spi.UpstreamException.Misconfigured where one is no such key
     */
    public static String json(URI webhooks, List<Secret> signingKeys) {
        Map<String, Object> capabilities = new LinkedHashMap<>();
        capability(capabilities, Capabilities.SEARCH, "catalog_search");
        capability(capabilities, Capabilities.CHECKOUT, "checkout");
        for (String extension : List.of(Capabilities.DISCOUNT, Capabilities.FULFILLMENT)) {
            capability(capabilities, extension, extension)
                    .put("extends", "dev.ucp.shopping.checkout");
        }
        capability(capabilities, Capabilities.ORDER, "order")
                .put("config", Map.of("webhook_url", webhooks.toString()));
        Map<String, Object> ucp = new LinkedHashMap<>();
        ucp.put("version", VERSION);
        ucp.put("services", Map.of("dev.ucp.shopping", List.of(service("rest"), service("mcp"))));
        ucp.put("capabilities", capabilities);
        ucp.put("payment_handlers", Map.of());
        Map<String, Object> profile = new LinkedHashMap<>();
        profile.put("ucp", ucp);
        profile.put(
                "signing_keys",
                signingKeys.stream()
                        .map(key -> SigningKey.of(key, UcpProvider.SIGNING_KEY).published())
                        .toList());
        return MAPPER.writeValueAsString(profile);
    }

    private static Map<String, Object> service(String transport) {
        String schema = transport.equals("rest") ? "rest.openapi.json" : "mcp.openrpc.json";
        Map<String, Object> service = new LinkedHashMap<>();
        service.put("version", VERSION);
        service.put("transport", transport);
        service.put("spec", SITE + "specification/overview");
        service.put("schema", SITE + "services/shopping/" + schema);
        return service;
    }

    private static Map<String, Object> capability(
            Map<String, Object> into, String name, String schema) {
        Map<String, Object> capability = new LinkedHashMap<>();
        capability.put("version", VERSION);
        capability.put("spec", SITE + "specification/" + name.replace('.', '/'));
        capability.put("schema", SITE + "schemas/shopping/" + schema + ".json");
        into.put("dev.ucp.shopping." + name, List.of(capability));
        return capability;
    }
}
