package com.truecart.app.compare;

import com.truecart.app.catalog.Catalog;
import com.truecart.app.catalog.FreshPrices;
import com.truecart.app.catalog.ProductFacts;
import com.truecart.app.connection.Connection;
import com.truecart.app.connection.Connections;
import com.truecart.spi.ConnectorDescriptor.Capability;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Collects what prices depend on: a fixed number of questions, however many products. */
@Component
class Markets {

    private final Catalog catalog;
    private final Connections connections;
    private final FreshPrices fresh;
    private final Clock clock;

    Markets(Catalog catalog, Connections connections, FreshPrices fresh, Clock clock) {
        this.fresh = fresh;
        this.catalog = catalog;
        this.connections = connections;
        this.clock = clock;
    }

    Market forOffersOf(Collection<ProductFacts> products) {
        Set<String> involved =
                products.stream()
                        .flatMap(product -> product.offers().stream())
                        .map(offer -> offer.store().connectionId())
                        .collect(Collectors.toSet());
        List<Connection> all = connections.all();
        return new Market(
                catalog.stores(),
                all.stream().collect(Collectors.toMap(Connection::id, Function.identity())),
                having(Capability.ORDERS, all),
                having(Capability.HAND_OFF, all),
                catalog.storePromotions(involved),
                all.stream().collect(Collectors.toMap(Connection::id, connections::engine)),
                fresh.of(products.stream().flatMap(product -> product.offers().stream()).toList()),
                clock.instant());
    }

    private Set<String> having(Capability capability, List<Connection> all) {
        return all.stream()
                .filter(connection -> connections.can(connection, capability))
                .map(Connection::id)
                .collect(Collectors.toSet());
    }
}
