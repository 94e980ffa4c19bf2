package com.truecart.connector.ucp;

import com.truecart.kit.Json;
import com.truecart.kit.WebAddress;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a business and we can both do: the intersection by name, each in the highest version both
 * know, without the extensions whose parents are not in it.
 *
 * @param versions by the capability's whole name
 */
record Capabilities(Map<String, String> versions) {
    static final String SEARCH = "catalog.search";
    static final String CHECKOUT = "checkout";
    static final String DISCOUNT = "discount";
    static final String FULFILLMENT = "fulfillment";
    static final String ORDER = "order";

    /** The releases of the protocol we read, the newest last. */
    static final Set<String> RELEASES =
            new TreeSet<>(List.of("2026-01-11", "2026-01-23", "2026-04-08"));

    private static final String PREFIX = "dev.ucp.shopping.";
    private static final String AUTHORITY = "ucp.dev";
    private static final Set<String> OURS =
            Set.of(
                    PREFIX + SEARCH,
                    PREFIX + CHECKOUT,
                    PREFIX + DISCOUNT,
                    PREFIX + FULFILLMENT,
                    PREFIX + ORDER);

    private record Stated(String name, String version, Set<String> parents) {}

    Capabilities {
        versions = Map.copyOf(versions);
    }

    /** By the {@code ucp} part of a profile; the release 2026-01-11 writes a list there. */
    static Capabilities of(Json ucp) {
        Optional<Json> stated = ucp.optional("capabilities");
        if (stated.isEmpty()) {
            return new Capabilities(Map.of());
        }
        Stream<Stated> all =
                stated.get().node().isArray()
                        ? stated.get().entries().stream()
                                .flatMap(entry -> stated(entry.text("name"), entry))
                        : stated.get().fields().stream()
                                .flatMap(name ->
                                        stated.get().list(name).stream()
                                                .flatMap(entry -> stated(name, entry)));
        Map<String, Stated> mutual = new HashMap<>();
        all.filter(one -> OURS.contains(one.name()) && RELEASES.contains(one.version()))
                .sorted(Comparator.comparing(Stated::version))
                .forEach(one -> mutual.put(one.name(), one));
        while (mutual.values()
                .removeIf(one ->
                        !one.parents().isEmpty()
                                && one.parents().stream().noneMatch(mutual::containsKey))) {
            // an extension of an extension goes with the next round
        }
        Map<String, String> versions = new TreeMap<>();
        mutual.forEach((name, one) -> versions.put(name, one.version()));
        return new Capabilities(versions);
    }

    boolean has(String name) {
        return versions.containsKey(PREFIX + name);
    }

    private static Stream<Stated> stated(String name, Json entry) {
        boolean isTheirs =
                Stream.of("spec", "schema")
                        .flatMap(field -> entry.optionalText(field).stream())
                        .allMatch(Capabilities::isOfTheProtocol);
        return isTheirs
                ? Stream.of(new Stated(name, entry.text("version"), parents(entry)))
                : Stream.empty();
    }

    /** Who owns a name says what it means: dev.ucp is ucp.dev's alone. */
    private static boolean isOfTheProtocol(String address) {
        return WebAddress.of(address).filter(uri -> AUTHORITY.equals(uri.getHost())).isPresent();
    }

    private static Set<String> parents(Json entry) {
        Optional<Json> parents = entry.optional("extends");
        if (parents.isEmpty()) {
            return Set.of();
        }
        return parents.get().node().isArray()
                ? new TreeSet<>(parents.get().entries().stream().map(Json::asText).toList())
                : Set.of(parents.get().asText());
    }
}
