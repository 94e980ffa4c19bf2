package com.truecart.testkit.corner;

import com.truecart.spi.CatalogSource;
import com.truecart.spi.Connector;
import com.truecart.spi.ConnectorContext;
import com.truecart.spi.ConnectorDescriptor;
import com.truecart.spi.ConnectorDescriptor.Capability;
import com.truecart.spi.ConnectorProvider;
import com.truecart.spi.Cursor;
import com.truecart.spi.Health;
import com.truecart.spi.IdempotencyKey;
import com.truecart.spi.Lookup;
import com.truecart.spi.OrderGateway;
import com.truecart.spi.OrderHandle;
import com.truecart.spi.Page;
import com.truecart.spi.PaymentMethod;
import com.truecart.spi.PlaceRequest;
import com.truecart.spi.PlaceResult;
import com.truecart.spi.Pull;
import com.truecart.spi.QuoteRequest;
import com.truecart.spi.QuoteResult;
import com.truecart.spi.Terms;
import com.truecart.spi.UpstreamException.Refused;
import com.truecart.spi.UpstreamOrder;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The corner shop where it lets nobody but the shopper buy: quoted here, paid at its counter. */
public final class CounterProvider implements ConnectorProvider {
    private static final ConnectorDescriptor CORNER = new CornerProvider().descriptor();

    @Override
    public ConnectorDescriptor descriptor() {
        return new ConnectorDescriptor(
                "corner-counter",
                "Corner shop, at the counter",
                Set.of(Capability.CATALOG, Capability.ORDERS),
                List.of(CORNER.settings().getFirst()),
                CORNER.budget());
    }

    @Override
    public Connector open(ConnectorContext context) {
        Connector shop = new CornerConnector(context);
        return new Connector() {
            @Override
            public Health check() {
                return shop.check();
            }

            @Override
            public CatalogSource catalog() {
                return pull -> withoutChanges(shop.catalog().page(everything(pull)));
            }

            @Override
            public Optional<OrderGateway> orders() {
                URI address = URI.create(context.required(CornerProvider.SHOP));
                return shop.orders().map(orders -> new Counter(orders, address));
            }

            @Override
            public void close() {
                shop.close();
            }
        };
    }

    /** CHANGES_SINCE is not declared, so it is never asked for. */
    private static Pull everything(Pull pull) {
        return switch (pull) {
            case Pull.Since(Cursor _) -> new Pull.Everything();
            case Pull.Everything _, Pull.Resume _ -> pull;
        };
    }

    private static <T> Page<T> withoutChanges(Page<T> page) {
        return switch (page.next()) {
            case Page.Done done ->
                    new Page<>(
                            page.entries(),
                            page.skipped(),
                            new Page.Done(Optional.empty(), done.completeAsOf()));
            case Page.More _ -> page;
        };
    }

    // guide: needs-buyer
    /** Quotes as the shop does and sends the shopper there to buy. */
    private record Counter(OrderGateway shop, URI address) implements OrderGateway {
        @Override
        public Terms terms() {
            return new Terms(Terms.DoubtClass.WRITE_ONLY, Set.of(PaymentMethod.AT_THE_STORE));
        }

        @Override
        public QuoteResult quote(QuoteRequest request) {
            return shop.quote(request);
        }

        @Override
        public PlaceResult place(PlaceRequest request, IdempotencyKey key) {
            return new PlaceResult.NeedsBuyer(address.resolve("/carts/" + request.resumeToken()));
        }

        @Override
        public Lookup find(IdempotencyKey key, Optional<String> trace) {
            return new Lookup.CannotAsk("what the shopper buys at the counter is not told to us");
        }

        @Override
        public UpstreamOrder track(OrderHandle order) {
            throw new Refused("what the shopper buys at the counter is not told to us");
        }
    }
    // end
}
