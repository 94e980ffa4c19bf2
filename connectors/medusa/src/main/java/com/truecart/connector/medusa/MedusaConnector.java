package com.truecart.connector.medusa;

import com.truecart.kit.WebAddress;
import com.truecart.model.Localized;
import com.truecart.model.Seller;
import com.truecart.spi.CatalogSource;
import com.truecart.spi.Connector;
import com.truecart.spi.ConnectorContext;
import com.truecart.spi.Health;
import com.truecart.spi.OrderGateway;
import com.truecart.spi.PromotionSource;
import com.truecart.spi.UpstreamException;
import com.truecart.spi.UpstreamException.Misconfigured;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/** One Medusa shop, in one of its countries. */
final class MedusaConnector implements Connector {
    private final Calls calls;
    private final MedusaCatalog catalog;
    private final MedusaPromotionSource promotions;
    private final MedusaOrders orders;

    MedusaConnector(ConnectorContext context) {
        URI shop =
                WebAddress.of(context.required(MedusaProvider.SHOP))
                        .orElseThrow(() ->
                                new Misconfigured(
                                        MedusaProvider.SHOP, "is not an http(s) address"));
        String key = context.required(MedusaProvider.PUBLISHABLE_KEY);
        String country = context.required(MedusaProvider.COUNTRY);
        if (!country.matches("[A-Za-z]{2}")) {
            throw new Misconfigured(
                    MedusaProvider.COUNTRY, "is not a country code of two letters, such as HK");
        }
        String language = context.setting(MedusaProvider.LANGUAGE).orElse(Localized.UNSTATED);
        Seller seller =
                new Seller(
                        "shop",
                        Localized.of(
                                language,
                                context.setting(MedusaProvider.SHOP_NAME).orElse(shop.getHost())));
        calls =
                new Calls(
                        shop,
                        key,
                        context.secret(MedusaProvider.SECRET_KEY),
                        country,
                        context.http());
        catalog =
                new MedusaCatalog(
                        calls,
                        new Translate(
                                seller, language, context.setting(MedusaProvider.PRODUCT_PAGE)),
                        context.clock());
        promotions = new MedusaPromotionSource(calls, language, context.clock());
        orders = new MedusaOrders(calls, context.clock());
    }

    @Override
    public Health check() {
        try {
            Market market = calls.market();
            long products =
                    Calls.good(calls.store("/products?limit=1&fields=id")).body().number("count");
            if (calls.hasSecretKey()) {
                Calls.good(calls.admin("/promotions?limit=1&fields=id"));
            }
            return new Health.Up(
                    products
                            + " products, sold to "
                            + market.country().toUpperCase(Locale.ROOT)
                            + " in "
                            + market.currency().getCurrencyCode());
        } catch (Misconfigured setting) {
            return Health.Down.after(setting, "Mend this setting");
        } catch (UpstreamException.Refused refused) {
            return Health.Down.after(
                    refused, "Check the secret key, or ask the shop whether it lets us in");
        } catch (UpstreamException problem) {
            return Health.Down.after(
                    problem,
                    "Check that the address is the Medusa server itself, not its storefront");
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
    public Optional<OrderGateway> orders() {
        return Optional.of(orders);
    }

    @Override
    public void close() {
        // holds nothing
    }
}
