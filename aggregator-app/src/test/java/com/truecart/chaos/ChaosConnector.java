package com.truecart.chaos;

import com.truecart.kit.Json;
import com.truecart.model.Availability;
import com.truecart.model.Identifiers;
import com.truecart.model.ItemCondition;
import com.truecart.model.Listing;
import com.truecart.model.Localized;
import com.truecart.model.Money;
import com.truecart.model.Offer;
import com.truecart.model.Seller;
import com.truecart.spi.Call;
import com.truecart.spi.CatalogSource;
import com.truecart.spi.Connector;
import com.truecart.spi.ConnectorContext;
import com.truecart.spi.Health;
import com.truecart.spi.OrderGateway;
import com.truecart.spi.Page;
import com.truecart.spi.Pull;
import com.truecart.spi.Reply;
import com.truecart.spi.Terms.DoubtClass;
import com.truecart.spi.UpstreamException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** A connection to an {@link UnfairShop}. */
final class ChaosConnector implements Connector {
    static final String CURRENCY = "HKD";
    private final ConnectorContext context;

    ChaosConnector(ConnectorContext context) {
        this.context = context;
    }

    @Override
    public Health check() {
        return new Health.Up("it is there");
    }

    @Override
    public CatalogSource catalog() {
        return this::page;
    }

    private Page<Listing> page(Pull pull) {
        Reply reply =
                context.http().send(Call.get(URI.create(context.required("shop") + "/products")));
        if (!reply.isSuccess()) {
            throw new UpstreamException.Drifted("no products: " + reply.status());
        }
        List<Listing> listings =
                Json.parse(reply.body()).list("products").stream()
                        .map(product -> listing(product, reply))
                        .toList();
        return new Page<>(
                listings, List.of(), new Page.Done(Optional.empty(), Optional.of(reply.at())));
    }

    private Listing listing(Json product, Reply reply) {
        return new Listing(
                product.text("sku"),
                Optional.empty(),
                Localized.of("en", product.text("title")),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Identifiers.NONE,
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                List.of(
                        new Offer(
                                new Seller(
                                        context.required("name"),
                                        Localized.of("en", context.required("name"))),
                                Money.of(product.number("price"), context.required("currency")),
                                Optional.empty(),
                                Availability.IN_STOCK,
                                ItemCondition.NEW,
                                List.of())),
                reply.at());
    }

    @Override
    public Optional<OrderGateway> orders() {
        return Optional.of(
                new ChaosOrders(
                        URI.create(context.required("shop")),
                        DoubtClass.valueOf(context.required("doubt")),
                        context));
    }

    @Override
    public void close() {
        // nothing is held
    }
}
