package com.truecart.connector.feed;

import com.truecart.kit.google.GooglePromotionSource;
import com.truecart.model.Localized;
import com.truecart.model.Seller;
import com.truecart.spi.CatalogSource;
import com.truecart.spi.Connector;
import com.truecart.spi.ConnectorContext;
import com.truecart.spi.Health;
import com.truecart.spi.PromotionSource;
import com.truecart.spi.UpstreamException;
import java.util.Currency;
import java.util.Optional;

/** One shop's feeds. */
final class FeedConnector implements Connector {
    private final FeedCatalog catalog;
    private final GooglePromotionSource promotions;

    FeedConnector(ConnectorContext context) {
        String products = context.required(FeedProvider.PRODUCTS);
        String language = context.setting(FeedProvider.LANGUAGE).orElse(Localized.UNSTATED);
        String name = context.setting(FeedProvider.SHOP_NAME).orElseGet(() -> place(products));
        Optional<Currency> currency = currency(context);
        Seller seller = new Seller("shop", Localized.of(language, name));
        catalog = new FeedCatalog(context, new Translate(seller, language, currency));
        promotions =
                new GooglePromotionSource(
                        context, FeedProvider.PROMOTIONS, language, currency, catalog::linked);
    }

    /** The host of an address, or the folder's own name. */
    private static String place(String products) {
        String bare = products.replaceFirst("^https?://", "");
        return bare.equals(products)
                ? products.replaceAll("/+$", "").replaceFirst(".*/", "")
                : bare.replaceFirst("[/:?#].*", "");
    }

    private static Optional<Currency> currency(ConnectorContext context) {
        try {
            return context.setting(FeedProvider.CURRENCY).map(Currency::getInstance);
        } catch (IllegalArgumentException unknown) {
            throw new UpstreamException.Misconfigured(
                    FeedProvider.CURRENCY, "is not an ISO 4217 code");
        }
    }

    @Override
    public Health check() {
        try {
            return new Health.Up(catalog.firstTitle());
        } catch (UpstreamException.Drifted drifted) {
            return Health.Down.after(
                    drifted,
                    "Check that the address is a Google product feed (XML or tab-separated)");
        } catch (UpstreamException problem) {
            return Health.Down.after(
                    problem,
                    "Check the address of the feed, or ask the shop whether it lets us in");
        }
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
    public void close() {
        catalog.close();
        promotions.close();
    }
}
