package com.truecart.connector.magento;

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
import com.truecart.spi.UpstreamException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** One store view of one Magento shop. */
final class MagentoConnector implements Connector {
    private final Calls calls;
    private final MagentoCatalog catalog;
    private final MagentoOrders orders;
    private final GooglePromotionSource promotions;

    MagentoConnector(ConnectorContext context) {
        URI shop =
                WebAddress.of(context.required(MagentoProvider.SHOP))
                        .orElseThrow(() ->
                                new UpstreamException.Misconfigured(
                                        MagentoProvider.SHOP, "is not an http(s) address"));
        String language = context.setting(MagentoProvider.LANGUAGE).orElse(Localized.UNSTATED);
        Seller seller =
                new Seller(
                        "shop",
                        Localized.of(
                                language,
                                context.setting(MagentoProvider.SHOP_NAME).orElse(shop.getHost())));
        Payment payment =
                Payment.of(
                        context.setting(MagentoProvider.PAYMENT)
                                .orElse(Payment.CASH_ON_DELIVERY.method().word()));
        calls = new Calls(shop, context.setting(MagentoProvider.STORE_VIEW), context.http());
        catalog =
                new MagentoCatalog(
                        calls,
                        new Translate(seller, language),
                        shop.toString().replaceAll("/+$", ""),
                        context.clock());
        orders = new MagentoOrders(calls, payment, context.clock());
        promotions = new GooglePromotionSource(context, MagentoProvider.PROMOTIONS_FEED, language);
    }

    @Override
    public Health check() {
        try {
            return switch (calls.read(Queries.CHECK, Map.of())) {
                case Calls.Answer.Good good ->
                        new Health.Up(
                                good.json().at("products").number("total_count") + " products");
                case Calls.Answer.Refusal refusal ->
                        new Health.Down(refusal.words(), "Check the code of the store view");
            };
        } catch (UpstreamException.Drifted drifted) {
            return Health.Down.after(
                    drifted,
                    "Check that the address is a Magento shop of release 2.4.7 or later and that"
                            + " its /graphql is reachable");
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
