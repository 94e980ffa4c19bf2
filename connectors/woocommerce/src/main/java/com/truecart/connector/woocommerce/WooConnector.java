package com.truecart.connector.woocommerce;

import com.truecart.kit.WebAddress;
import com.truecart.kit.google.GooglePromotionSource;
import com.truecart.model.Localized;
import com.truecart.model.Seller;
import com.truecart.spi.CatalogSource;
import com.truecart.spi.Connector;
import com.truecart.spi.ConnectorContext;
import com.truecart.spi.Health;
import com.truecart.spi.ListingLookup;
import com.truecart.spi.OrderGateway;
import com.truecart.spi.PromotionSource;
import com.truecart.spi.UpstreamException;
import java.net.URI;
import java.util.Optional;

/** One WooCommerce shop. */
final class WooConnector implements Connector {
    private final Calls calls;
    private final WooCatalog catalog;
    private final WooLookup lookup;
    private final WooOrders orders;
    private final GooglePromotionSource promotions;

    WooConnector(ConnectorContext context) {
        String address = context.required(WooProvider.SHOP);
        URI shop =
                WebAddress.of(address)
                        .orElseThrow(() ->
                                new UpstreamException.Misconfigured(
                                        WooProvider.SHOP, "is not an http(s) address"));
        String language = context.setting(WooProvider.LANGUAGE).orElse(Localized.UNSTATED);
        Seller seller =
                new Seller(
                        "shop",
                        Localized.of(
                                language,
                                context.setting(WooProvider.SHOP_NAME).orElse(shop.getHost())));
        calls = new Calls(shop, context.http());
        Translate translate = new Translate(seller, language);
        catalog = new WooCatalog(calls, translate, context.clock());
        lookup = new WooLookup(calls, translate);
        orders = new WooOrders(calls, context.clock());
        promotions = new GooglePromotionSource(context, WooProvider.PROMOTIONS_FEED, language);
    }

    @Override
    public Health check() {
        try {
            Calls.ProductPage page = calls.products(1, 1, false);
            return new Health.Up(
                    page.total().isPresent()
                            ? page.total().getAsInt() + " products"
                            : "the Store API answers");
        } catch (UpstreamException.Drifted drifted) {
            return Health.Down.after(
                    drifted,
                    "Check that the address is a WooCommerce shop and that its Store API"
                            + " (/wp-json/wc/store/v1) is reachable");
        } catch (UpstreamException problem) {
            return Health.Down.after(
                    problem, "Check the address, or ask the shop whether it lets us in");
        }
    }

    @Override
    public CatalogSource catalog() {
        return catalog;
    }

    @Override
    public Optional<ListingLookup> lookup() {
        return Optional.of(lookup);
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
    public void close() {
        promotions.close();
    }
}
