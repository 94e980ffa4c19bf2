package com.truecart.spi;

import java.util.Optional;

/** An open connection to one upstream. An absent part means: this upstream cannot. */
public interface Connector extends AutoCloseable {

    /** Asks the upstream as cheaply as possible whether it answers in the shape we know. */
    Health check();

    CatalogSource catalog();

    /** Single listings between two pulls, where one call is enough for one. */
    default Optional<ListingLookup> lookup() {
        return Optional.empty();
    }

    /** Whether the keys of its listings stay. */
    default KeyStability keyStability() {
        return KeyStability.STABLE;
    }

    /** Store-wide promotions; those of single offers come with the listings. */
    default Optional<PromotionSource> promotions() {
        return Optional.empty();
    }

    default Optional<OrderGateway> orders() {
        return Optional.empty();
    }

    default Optional<Webhooks> webhooks() {
        return Optional.empty();
    }

    default Optional<HandOffLinks> handOff() {
        return Optional.empty();
    }

    /** What became of hand-offs by {@linkplain HandOffLinks.Link#tracked() tracked} links. */
    default Optional<HandedOrders> handedOrders() {
        return Optional.empty();
    }

    @Override
    void close();
}
