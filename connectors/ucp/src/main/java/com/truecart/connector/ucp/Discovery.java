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
 * @param endpoint where its REST service begins, without a trailing slash
 */
record Discovery(String endpoint) {
    private static final String SHOPPING = "dev.ucp.shopping";

    /**
     * Reads a profile; releases before 2026-04-08 wrote {@code services} in another shape, which is
     * understood as well.
     */
    static Discovery of(Json profile) {
        Json service =
                profile.at("ucp")
                        .at("services")
                        .optional(SHOPPING)
                        .orElseThrow(() -> new Drifted("the profile names no service " + SHOPPING));
        Stream<String> endpoints =
                service.node().isArray()
                        ? service.entries().stream()
                                .filter(entry -> entry.text("transport").equals("rest"))
                                .flatMap(entry -> entry.optionalText("endpoint").stream())
                        : service.optional("rest").stream()
                                .flatMap(rest -> rest.optionalText("endpoint").stream());
        Optional<URI> endpoint =
                endpoints.flatMap(text -> WebAddress.of(text).stream()).findFirst();
        return new Discovery(
                endpoint.orElseThrow(() ->
                                new Drifted("the profile names no REST endpoint for " + SHOPPING))
                        .toString()
                        .replaceAll("/+$", ""));
    }
}
