package com.truecart.app.handoff;

import com.truecart.app.connection.Connection;
import com.truecart.app.connection.Connections;
import com.truecart.app.connection.Witness;
import com.truecart.model.Localized;
import com.truecart.spi.CatalogSource;
import com.truecart.spi.Connector;
import com.truecart.spi.ConnectorDescriptor;
import com.truecart.spi.Cursor;
import com.truecart.spi.HandedOrder;
import com.truecart.spi.HandedOrders;
import com.truecart.spi.Health;
import com.truecart.spi.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** One connection whose upstream tells what the test puts there, page by page. */
final class ToldOrders implements Connections, HandedOrders {
    static final String ID = "pdd";
    private static final Connection CONNECTION =
            new Connection(
                    ID,
                    "pinduoduo",
                    Localized.of("en", "Pinduoduo"),
                    Map.of(),
                    Optional.empty(),
                    Duration.ofDays(1),
                    true);

    private final Deque<Supplier<Page<HandedOrder>>> pages = new ArrayDeque<>();
    private final List<String> asked = new ArrayList<>();

    /** The next page that is asked for, with more behind it. */
    void more(String behind, HandedOrder... orders) {
        pages.add(() -> new Page<>(List.of(orders), List.of(), new Page.More(new Cursor(behind))));
    }

    /** The next page that is asked for, the last one. */
    void end(String watermark, HandedOrder... orders) {
        pages.add(() ->
                new Page<>(
                        List.of(orders),
                        List.of(),
                        new Page.Done(Optional.of(new Cursor(watermark)), Optional.empty())));
    }

    /** The next page that is asked for does not come. */
    void fails(RuntimeException problem) {
        pages.add(() -> {
            throw problem;
        });
    }

    /** The places asked for so far. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    @Override
    public Cursor from(Instant start) {
        return new Cursor("from " + start);
    }

    @Override
    public Page<HandedOrder> page(Cursor at) {
        asked.add(at.token());
        return pages.remove().get();
    }

    @Override
    public List<Connection> all() {
        return List.of(CONNECTION);
    }

    @Override
    public Optional<Connection> find(String id) {
        return Optional.of(CONNECTION).filter(one -> one.id().equals(id));
    }

    @Override
    public Optional<ConnectorDescriptor> descriptor(Connection connection) {
        return Optional.empty();
    }

    @Override
    public Connector open(String connectionId, Instant lastDeparture, Optional<Witness> witness) {
        return open(connectionId);
    }

    @Override
    public Connector open(String connectionId) {
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
            public Optional<HandedOrders> handedOrders() {
                return Optional.of(ToldOrders.this);
            }

            @Override
            public void close() {
                // nothing is held
            }
        };
    }
}
