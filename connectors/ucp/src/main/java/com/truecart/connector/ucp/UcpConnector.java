package com.truecart.connector.ucp;

import com.truecart.kit.WebAddress;
import com.truecart.kit.google.GooglePromotionSource;
import com.truecart.model.Localized;
import com.truecart.model.Seller;
import com.truecart.spi.CatalogSource;
import com.truecart.spi.Connector;
import com.truecart.spi.ConnectorContext;
import com.truecart.spi.Health;
import com.truecart.spi.OrderGateway;
import com.truecart.spi.PromotionSource;
import com.truecart.spi.Secret;
import com.truecart.spi.UpstreamException;
import com.truecart.spi.Webhooks;
import java.net.URI;
import java.util.Optional;

/** One business that speaks UCP. */
final class UcpConnector implements Connector {
    private final Merchant merchant;
    private final UcpCatalog catalog;
    private final UcpOrders orders;
    private final OrderEvents events;
    private final GooglePromotionSource promotions;

    UcpConnector(ConnectorContext context) {
        URI shop = address(context, UcpProvider.SHOP);
        URI profile = address(context, UcpProvider.PROFILE);
        String language = context.setting(UcpProvider.LANGUAGE).orElse(Localized.UNSTATED);
        Seller seller =
                new Seller(
                        "shop",
                        Localized.of(
                                language,
                                context.setting(UcpProvider.SHOP_NAME).orElse(shop.getHost())));
        Optional<Secret> signing = context.secret(UcpProvider.SIGNING_KEY);
        Optional<SigningKey> key =
                signing.map(secret -> SigningKey.of(secret, UcpProvider.SIGNING_KEY));
        merchant = new Merchant(shop, context.http(), context.clock());
        Calls calls =
                new Calls(
                        merchant,
                        new SignedHttp(context.http(), merchant, profile, key, context.clock()));
        events = new OrderEvents(merchant, signing.stream().toList());
        catalog = new UcpCatalog(calls, new Translate(seller, language), context.clock());
        orders = new UcpOrders(calls, context.clock());
        promotions = new GooglePromotionSource(context, UcpProvider.PROMOTIONS_FEED, language);
    }

    private static URI address(ConnectorContext context, String setting) {
        return WebAddress.of(context.required(setting))
                .orElseThrow(() ->
                        new UpstreamException.Misconfigured(setting, "is not an http(s) address"));
    }

    @Override
    public Health check() {
        try {
            Discovery found = merchant.discover();
            if (!found.capabilities().has(Capabilities.SEARCH)) {
                return new Health.Down(
                        "it offers others no search of its catalogue over UCP",
                        "Ask the business to offer dev.ucp.shopping.catalog.search");
            }
            return new Health.Up(
                    "UCP service over " + found.transport() + " at " + found.endpoint());
        } catch (UpstreamException.Drifted drifted) {
            return Health.Down.after(
                    drifted,
                    "Check that the address serves a UCP profile at /.well-known/ucp with a REST"
                            + " or MCP service");
        } catch (UpstreamException problem) {
            return Health.Down.after(
                    problem,
                    "Check the address, or ask the business whether it accepts our profile");
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
    public Optional<Webhooks> webhooks() {
        return Optional.of(events);
    }

    @Override
    public void close() {
        promotions.close();
    }
}
