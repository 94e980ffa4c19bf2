package com.truecart.app.connection;

import com.truecart.spi.CatalogSource;
import com.truecart.spi.Connector;
import com.truecart.spi.HandOffLinks;
import com.truecart.spi.HandedOrders;
import com.truecart.spi.Health;
import com.truecart.spi.KeyStability;
import com.truecart.spi.ListingLookup;
import com.truecart.spi.OrderGateway;
import com.truecart.spi.PromotionSource;
import com.truecart.spi.Webhooks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** A connector together with the files it was lent, which go when it is closed. */
record OpenConnector(Connector connector, Documents documents) implements Connector {

    @Override
    public Health check() {
        return connector.check();
    }

    @Override
    public CatalogSource catalog() {
        return connector.catalog();
    }

    @Override
    public Optional<ListingLookup> lookup() {
        return connector.lookup();
    }

    @Override
    public KeyStability keyStability() {
        return connector.keyStability();
    }

    @Override
    public Optional<PromotionSource> promotions() {
        return connector.promotions();
    }

    @Override
    public Optional<OrderGateway> orders() {
        return connector.orders();
    }

    @Override
    public Optional<Webhooks> webhooks() {
        return connector.webhooks();
    }

    @Override
    public Optional<HandOffLinks> handOff() {
        return connector.handOff();
    }

    @Override
    public Optional<HandedOrders> handedOrders() {
        return connector.handedOrders();
    }

    @Override
    public void close() {
        try (documents) {
            connector.close();
        } catch (IOException e) {
            throw new UncheckedIOException("a downloaded file could not be removed", e);
        }
    }
}
