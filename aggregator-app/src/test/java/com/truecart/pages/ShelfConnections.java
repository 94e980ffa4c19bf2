package com.truecart.pages;

import com.truecart.app.connection.Connection;
import com.truecart.app.connection.Connections;
import com.truecart.app.connection.Witness;
import com.truecart.model.DeliveryTerms;
import com.truecart.spi.Budget;
import com.truecart.spi.CatalogSource;
import com.truecart.spi.Connector;
import com.truecart.spi.ConnectorDescriptor;
import com.truecart.spi.ConnectorDescriptor.Capability;
import com.truecart.spi.HandOffLinks;
import com.truecart.spi.Health;
import com.truecart.spi.OrderLine;
import com.truecart.spi.UpstreamException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A price watch that knows no delivery fees, and a shop that states its own. */
final class ShelfConnections implements Connections {

    private static final Connection WATCH =
            new Connection(
                    "watch",
                    "pricewatch",
                    Shelf.both("Consumer Council Online Price Watch", "消費者委員會網上價格一覽通"),
                    Map.of(),
                    Optional.empty(),
                    Duration.ofDays(1),
                    true);
    private static final Connection HARBOUR =
            new Connection(
                    "harbour",
                    "woocommerce",
                    Shelf.both("Harbour Pantry", "海港食品店"),
                    Map.of(),
                    Optional.of(
                            new DeliveryTerms(Shelf.hkd(30_00), Optional.of(Shelf.hkd(300_00)))),
                    Duration.ofHours(1),
                    true);

    @Override
    public List<Connection> all() {
        return List.of(WATCH, HARBOUR);
    }

    @Override
    public Optional<Connection> find(String id) {
        return all().stream().filter(connection -> connection.id().equals(id)).findFirst();
    }

    /** The shop makes links for buying there; the price watch makes none. */
    @Override
    public Optional<ConnectorDescriptor> descriptor(Connection connection) {
        return connection.equals(HARBOUR)
                ? Optional.of(
                        new ConnectorDescriptor(
                                "harbour",
                                "Harbour",
                                Set.of(Capability.CATALOG, Capability.HAND_OFF),
                                List.of(),
                                Budget.WEB_SHOP))
                : Optional.empty();
    }

    @Override
    public Connector open(String connectionId, Instant lastDeparture, Optional<Witness> witness) {
        return open(connectionId);
    }

    @Override
    public Connector open(String connectionId) {
        if (!connectionId.equals(HARBOUR.id())) {
            throw new IllegalArgumentException("no connector behind " + connectionId);
        }
        return new Connector() {
            @Override
            public Health check() {
                throw new UnsupportedOperationException();
            }

            @Override
            public CatalogSource catalog() {
                throw new UnsupportedOperationException();
            }

            @Override
            public Optional<HandOffLinks> handOff() {
                return Optional.of(ShelfConnections::link);
            }

            @Override
            public void close() {
                // nothing is held
            }
        };
    }

    /** Paid for, not paid for, no web page, none to be had: by the product. */
    private static HandOffLinks.Link link(OrderLine line) {
        return switch (line.upstreamId()) {
            case "P1" ->
                    new HandOffLinks.Link(
                            URI.create("https://partner.example/t?n=" + line.quantity()), true);
            case "P3" -> new HandOffLinks.Link(URI.create("https://harbour.example/cart"), false);
            case "P8" -> new HandOffLinks.Link(URI.create("javascript:alert(1)"), true);
            default -> throw new UpstreamException.Throttled("slow down", Optional.empty());
        };
    }
}
