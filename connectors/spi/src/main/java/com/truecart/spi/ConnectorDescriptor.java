package com.truecart.spi;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a kind of connector is, and what it needs.
 *
 * @param kind short stable name, lower case ("woocommerce"); stored with every connection
 * @param displayName for people
 * @param capabilities the parts its connectors have; declared means present, tested both ways
 * @param settings what an operator fills in
 * @param budget how hard the upstream may be asked
 * @param engine the name of the engine that works out carts on this platform, as the host knows it;
 *     empty where the kind says nothing of that (a feed, a protocol that many engines speak)
 */
public record ConnectorDescriptor(
        String kind,
        String displayName,
        Set<Capability> capabilities,
        List<Setting> settings,
        Budget budget,
        Optional<String> engine) {

    /** A kind that says nothing of how its stores work out a cart. */
    public ConnectorDescriptor(
            String kind,
            String displayName,
            Set<Capability> capabilities,
            List<Setting> settings,
            Budget budget) {
        this(kind, displayName, capabilities, settings, budget, Optional.empty());
    }

    public ConnectorDescriptor {
        if (!kind.matches("[a-z][a-z0-9-]*")) {
            throw new IllegalArgumentException("kind: lower case letters and digits, is " + kind);
        }
        capabilities = Set.copyOf(capabilities);
        settings = List.copyOf(settings);
    }

    /** A part a connector may have. */
    public enum Capability {
        /** Lists what the upstream sells. Every connector has it. */
        CATALOG,
        /** Can list only what changed since a watermark. */
        CHANGES_SINCE,
        /** States a single listing anew by one plain read. */
        LOOK_UP,
        /** States store-wide promotions apart from the listings. */
        PROMOTIONS,
        /** Quotes, places and follows orders. */
        ORDERS,
        /** Sends us hints of what changed. */
        WEBHOOKS,
        /** Gives links for buying at the store itself, other than a listing's own page. */
        HAND_OFF
    }
}
