package com.truecart.testkit.corner;

import com.truecart.spi.CatalogSource;
import com.truecart.spi.Connector;
import com.truecart.spi.HandOffLinks;
import com.truecart.spi.Health;
import com.truecart.spi.ListingLookup;
import com.truecart.spi.OrderGateway;
import com.truecart.spi.PromotionSource;
import com.truecart.spi.Webhooks;
import java.net.URI;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A connector by its parts, so that one of them can be replaced. */
record Parts(
        Connector whole,
        CatalogSource catalog,
        Optional<ListingLookup> lookup,
        Optional<PromotionSource> promotions,
        Optional<OrderGateway> orders,
        Optional<Webhooks> webhooks,
        Optional<HandOffLinks> handOff)
        implements Connector {

    static Parts of(Connector whole) {
        return new Parts(
                whole,
                whole.catalog(),
                whole.lookup(),
                whole.promotions(),
                whole.orders(),
                whole.webhooks(),
                whole.handOff());
    }

    Parts catalog(UnaryOperator<CatalogSource> mistake) {
        return new Parts(
                whole, mistake.apply(catalog), lookup, promotions, orders, webhooks, handOff);
    }

    Parts lookup(UnaryOperator<ListingLookup> mistake) {
        return new Parts(
                whole, catalog, lookup.map(mistake), promotions, orders, webhooks, handOff);
    }

    Parts promotions(UnaryOperator<PromotionSource> mistake) {
        return new Parts(
                whole, catalog, lookup, promotions.map(mistake), orders, webhooks, handOff);
    }

    Parts orders(UnaryOperator<OrderGateway> mistake) {
        return new Parts(
                whole, catalog, lookup, promotions, orders.map(mistake), webhooks, handOff);
    }

    Parts webhooks(UnaryOperator<Webhooks> mistake) {
        return new Parts(
                whole, catalog, lookup, promotions, orders, webhooks.map(mistake), handOff);
    }

    Parts withoutHandOff() {
        return new Parts(whole, catalog, lookup, promotions, orders, webhooks, Optional.empty());
    }

    Parts linkingTo(String address) {
        HandOffLinks links = _ -> new HandOffLinks.Link(URI.create(address), false);
        return new Parts(whole, catalog, lookup, promotions, orders, webhooks, Optional.of(links));
    }

    @Override
    public Health check() {
        return whole.check();
    }

    @Override
    public void close() {
        whole.close();
    }
}
