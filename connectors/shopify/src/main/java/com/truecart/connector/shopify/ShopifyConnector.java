package com.truecart.connector.shopify;

import com.truecart.kit.Json;
import com.truecart.kit.google.GooglePromotionSource;
import com.truecart.spi.CatalogSource;
import com.truecart.spi.Connector;
import com.truecart.spi.ConnectorContext;
import com.truecart.spi.HandOffLinks;
import com.truecart.spi.Health;
import com.truecart.spi.OrderGateway;
import com.truecart.spi.PromotionSource;
import com.truecart.spi.UpstreamException;
import java.util.Map;
import java.util.Optional;

/** One Shopify shop. */
final class ShopifyConnector implements Connector {
    private final Calls calls;
    private final ShopifyCatalog catalog;
    private final ShopifyOrders orders;
    private final CartLinks links;
    private final GooglePromotionSource promotions;

    ShopifyConnector(ConnectorContext context) {
        Shop shop = Shop.of(context);
        calls = new Calls(shop, context.secret(ShopifyProvider.ACCESS_TOKEN), context.http());
        catalog = new ShopifyCatalog(calls, shop, context.clock());
        orders = new ShopifyOrders(calls, shop, context.clock());
        links = new CartLinks(shop);
        promotions =
                new GooglePromotionSource(
                        context, ShopifyProvider.PROMOTIONS_FEED, shop.language());
    }

    @Override
    public Health check() {
        try {
            Json answer = calls.read(Queries.CHECK, Map.of()).json();
            return new Health.Up(
                    answer.at("shop").text("name")
                            + (answer.at("products").list("nodes").isEmpty()
                                    ? " lists nothing"
                                    : " answers"));
        } catch (UpstreamException.Refused shut) {
            return byItsList(shut);
        } catch (UpstreamException problem) {
            return down(problem);
        }
    }

    private Health byItsList(UpstreamException.Refused shut) {
        try {
            calls.productList(1, 1).json().list("products");
            return new Health.Up(
                    "only the product list is open, so nothing can be quoted there: "
                            + shut.getMessage());
        } catch (UpstreamException problem) {
            return down(problem);
        }
    }

    private static Health down(UpstreamException problem) {
        return Health.Down.after(
                problem,
                problem instanceof UpstreamException.Drifted
                        ? "Check that the address is a Shopify shop"
                        : "Check the address and the access token, or ask the shop whether it lets"
                                + " us in");
    }

    @Override
    public CatalogSource catalog() {
        return catalog;
    }

    @Override
    public Optional<PromotionSource> promotions() {
        return Optional.of(promotions);
    }

    @Override
    public Optional<OrderGateway> orders() {
        return Optional.of(orders);
    }

    @Override
    public Optional<HandOffLinks> handOff() {
        return Optional.of(links);
    }

    @Override
    public void close() {
        promotions.close();
    }
}
