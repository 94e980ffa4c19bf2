package com.truecart.connector.vendure;

import com.truecart.kit.Json;
import com.truecart.kit.WebAddress;
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
import com.truecart.spi.UpstreamException.Misconfigured;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** One Vendure shop. */
final class VendureConnector implements Connector {
    private static final String SHOP_API_PATH = "/shop-api";
    private static final String PROBE =
            """
            query { activeChannel { pricesIncludeTax } products(options: { take: 1 }) { totalItems } }
            """;
    private static final String ADMIN_PROBE =
            """
            query { promotions(options: { take: 1 }) { totalItems }
              productVariants(options: { take: 1 }) { totalItems } }
            """;

    private final GraphQl shop;
    private final Optional<GraphQl> admin;
    private final Account account;
    private final VendureCatalog catalog;
    private final VendurePromotions promotions;
    private final VendureOrders orders;

    VendureConnector(ConnectorContext context) {
        URI address = address(VendureProvider.SHOP_API, context.required(VendureProvider.SHOP_API));
        String language = context.setting(VendureProvider.LANGUAGE).orElse(Localized.UNSTATED);
        Seller seller =
                new Seller(
                        "shop",
                        Localized.of(
                                language,
                                context.setting(VendureProvider.SHOP_NAME)
                                        .orElse(address.getHost())));
        shop = new GraphQl(address, context.http(), Map.of());
        admin = context.secret(VendureProvider.ADMIN_KEY).map(key -> admin(context, address, key));
        account =
                new Account(
                        shop,
                        context.setting(VendureProvider.CUSTOMER),
                        context.secret(VendureProvider.CUSTOMER_PASSWORD));
        Translate translate =
                new Translate(seller, language, context.setting(VendureProvider.PRODUCT_PAGE));
        catalog = new VendureCatalog(shop, admin, translate, context.clock());
        promotions = new VendurePromotions(admin, language, context.clock());
        orders =
                new VendureOrders(
                        shop,
                        account,
                        context.setting(VendureProvider.PAYMENT_METHOD),
                        context.clock());
    }

    private static GraphQl admin(ConnectorContext context, URI shopApi, Secret key) {
        URI address =
                context.setting(VendureProvider.ADMIN_API)
                        .map(stated -> address(VendureProvider.ADMIN_API, stated))
                        .orElseGet(() -> beside(shopApi));
        return new GraphQl(address, context.http(), Map.of("vendure-api-key", key.reveal()));
    }

    private static URI beside(URI shopApi) {
        String text = shopApi.toString().replaceAll("/+$", "");
        if (!text.endsWith(SHOP_API_PATH)) {
            throw new Misconfigured(
                    VendureProvider.ADMIN_API, "is not set, and the Shop API is not at /shop-api");
        }
        return URI.create(text.substring(0, text.length() - SHOP_API_PATH.length()) + "/admin-api");
    }

    private static URI address(String setting, String stated) {
        return WebAddress.of(stated)
                .orElseThrow(() -> new Misconfigured(setting, "is not an http(s) address"));
    }

    @Override
    public Health check() {
        try {
            Json seen = GraphQl.given(shop.read(PROBE, Map.of())).data();
            StringBuilder detail =
                    new StringBuilder()
                            .append(seen.at("products").number("totalItems"))
                            .append(" products");
            if (admin.isPresent()) {
                Json known = GraphQl.given(admin.get().read(ADMIN_PROBE, Map.of())).data();
                detail.append(", ")
                        .append(known.at("promotions").number("totalItems"))
                        .append(" promotions");
            } else {
                detail.append(", no key: its promotions show in quotes only");
            }
            if (account.isSet()) {
                account.logIn(Optional.empty());
            }
            if (!seen.at("activeChannel").flag("pricesIncludeTax")) {
                detail.append(
                        "; it keeps prices before tax, so what we predict can be off where tax is"
                                + " added; its quote is exact");
            }
            return new Health.Up(detail.toString());
        } catch (UpstreamException.Drifted drifted) {
            return Health.Down.after(
                    drifted, "Check that the address is the Shop API of a Vendure shop");
        } catch (UpstreamException.Refused refused) {
            return Health.Down.after(
                    refused, "Check the key, and that its role may read catalogue and promotions");
        } catch (UpstreamException problem) {
            return Health.Down.after(
                    problem, "Check the address, the key and the customer's password");
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
    public void close() {}
}
