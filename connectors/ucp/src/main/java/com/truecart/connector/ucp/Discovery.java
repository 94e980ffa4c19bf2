package com.truecart.connector.ucp;

import com.truecart.kit.Json;
import com.truecart.kit.WebAddress;
import com.truecart.spi.UpstreamException.Drifted;
import java.net.URI;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a business says of itself at {@code /.well-known/ucp}.
 *
 * @param transport how its service is spoken to
 * @param endpoint where the service begins, without a trailing slash
 * @param capabilities what it and we can both do
 * @param keys those it signs with
 */
record Discovery(
        Transport transport, String endpoint, Capabilities capabilities, PublishedKeys keys) {
    private static final String SHOPPING = "dev.ucp.shopping";

    /** The bindings we speak; where a business serves both, the first. */
    enum Transport {
        REST,
        MCP
    }

    /**
     * Reads a profile; releases before 2026-04-08 wrote {@code services} and {@code capabilities}
     * in another shape, which is understood as well.
     */
    static Discovery of(Json profile) {
        Json ucp = profile.at("ucp");
        Json service =
                ucp.at("services")
                        .optional(SHOPPING)
                        .orElseThrow(() -> new Drifted("the profile names no service " + SHOPPING));
        for (Transport transport : Transport.values()) {
            Optional<String> endpoint = endpoint(service, transport);
            if (endpoint.isPresent()) {
                return new Discovery(
                        transport, endpoint.get(), Capabilities.of(ucp), PublishedKeys.of(profile));
            }
        }
        throw new Drifted("the profile names no REST or MCP endpoint for " + SHOPPING);
    }

    /**
     * Where the profile of a release we read lies, if this one is of a release we do not: the
     * newest of those the business still serves.
     *
     * @throws Drifted where it serves none
     */
    static Optional<URI> elsewhere(Json profile) {
        Json ucp = profile.at("ucp");
        String version = ucp.text("version");
        if (Capabilities.RELEASES.contains(version)) {
            return Optional.empty();
        }
        Optional<Json> served = ucp.optional("supported_versions");
        Optional<URI> found =
                served.stream()
                        .flatMap(versions ->
                                versions.fields().stream()
                                        .filter(Capabilities.RELEASES::contains)
                                        .reduce((_, newer) -> newer)
                                        .map(versions::text)
                                        .flatMap(WebAddress::of)
                                        .stream())
                        .findFirst();
        if (found.isEmpty()) {
            throw new Drifted(
                    "the business speaks UCP "
                            + version
                            + " only, we speak "
                            + String.join(", ", Capabilities.RELEASES));
        }
        return found;
    }

    private static Optional<String> endpoint(Json service, Transport transport) {
        String name =
                switch (transport) {
                    case REST -> "rest";
                    case MCP -> "mcp";
                };
        Stream<String> endpoints =
                service.node().isArray()
                        ? service.entries().stream()
                                .filter(entry -> entry.text("transport").equals(name))
                                .flatMap(entry -> entry.optionalText("endpoint").stream())
                        : service.optional(name).stream()
                                .flatMap(entry -> entry.optionalText("endpoint").stream());
        return endpoints
                .flatMap(text -> WebAddress.of(text).stream())
                .findFirst()
                .map(uri -> uri.toString().replaceAll("/+$", ""));
    }
}
