package com.truecart.testkit.corner;

import com.truecart.kit.WebAddress;
import com.truecart.spi.CatalogSource;
import com.truecart.spi.Connector;
import com.truecart.spi.ConnectorContext;
import com.truecart.spi.HandOffLinks;
import com.truecart.spi.Health;
import com.truecart.spi.ListingLookup;
import com.truecart.spi.OrderGateway;
import com.truecart.spi.PromotionSource;
import com.truecart.spi.UpstreamException;
import com.truecart.spi.UpstreamException.Misconfigured;
import com.truecart.spi.Webhooks;
import java.net.URI;
import java.util.Optional;

/** One corner shop. */
final class CornerConnector implements Connector {
    private final URI shop;
    private final Calls calls;
    private final ConnectorContext context;

    CornerConnector(ConnectorContext context) {
        this.context = context;
        shop =
                WebAddress.of(context.required(CornerProvider.SHOP))
                        .orElseThrow(() ->
                                new Misconfigured(
                                        CornerProvider.SHOP, "is not an http(s) address"));
        calls = new Calls(shop, context.http());
    }

    // guide: check
    @Override
    public Health check() {
        try {
            return new Health.Up(calls.products(0, 1).products().size() + " products on a page");
        } catch (UpstreamException problem) {
            return Health.Down.after(
                    problem, "Check the address, or ask the shop whether it lets us in");
        }
    }

    // end

    @Override
    public CatalogSource catalog() {
        return new Catalog(calls, context.clock());
    }

    // guide: look-up
    @Override
    public Optional<ListingLookup> lookup() {
        return Optional.of(id -> {
            Calls.ProductPage found = calls.product(id);
            return found.products().stream()
                    .findFirst()
                    .map(product -> Translate.listing(product, found.at()));
        });
    }

    // end

    @Override
    public Optional<PromotionSource> promotions() {
        return Optional.of(new Promotions(calls));
    }

    @Override
    public Optional<OrderGateway> orders() {
        return Optional.of(new Orders(calls));
    }

    @Override
    public Optional<Webhooks> webhooks() {
        return Optional.of(new CornerWebhooks(context));
    }

    // guide: hand-off
    @Override
    public Optional<HandOffLinks> handOff() {
        return Optional.of(
                line -> new HandOffLinks.Link(shop.resolve("/buy/" + line.upstreamId()), false));
    }

    // end

    @Override
    public void close() {}
}
