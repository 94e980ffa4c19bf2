package com.truecart.connector.shopify;

import com.truecart.spi.Budget;
import com.truecart.spi.Connector;
import com.truecart.spi.ConnectorContext;
import com.truecart.spi.ConnectorDescriptor;
import com.truecart.spi.ConnectorDescriptor.Capability;
import com.truecart.spi.ConnectorProvider;
import com.truecart.spi.Setting;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Shopify, any shop: with a storefront access token, without one, or by its product list alone. */
public final class ShopifyProvider implements ConnectorProvider {
    static final String SHOP = "shop";
    static final String SHOP_NAME = "shop_name";
    static final String LANGUAGE = "language";
    static final String COUNTRY = "country";
    static final String CURRENCY = "currency";
    static final String ACCESS_TOKEN = "access_token";
    static final String TAXES = "taxes";
    static final String PROMOTIONS_FEED = "promotions_feed";

    private static final ConnectorDescriptor DESCRIPTOR =
            new ConnectorDescriptor(
                    "shopify",
                    "Shopify",
                    Set.of(
                            Capability.CATALOG,
                            Capability.PROMOTIONS,
                            Capability.ORDERS,
                            Capability.HAND_OFF),
                    List.of(
                            Setting.required(SHOP, "Address of the shop", Setting.Type.URL),
                            Setting.optional(SHOP_NAME, "Name of the shop", Setting.Type.TEXT),
                            Setting.optional(
                                    LANGUAGE,
                                    "Language of its texts (en, zh-Hant)",
                                    Setting.Type.TEXT),
                            Setting.optional(
                                    COUNTRY,
                                    "Country whose prices are read (HK); the shop's own where empty",
                                    Setting.Type.TEXT),
                            Setting.optional(
                                    ACCESS_TOKEN,
                                    "Storefront access token, where the shop gave one",
                                    Setting.Type.SECRET),
                            Setting.optional(
                                    TAXES,
                                    "Taxes: 'included' where its checkout adds none to the cart's"
                                            + " total",
                                    Setting.Type.TEXT),
                            Setting.optional(
                                    CURRENCY,
                                    "Currency, for shops of which only the product list is open",
                                    Setting.Type.CURRENCY),
                            Setting.optional(
                                    PROMOTIONS_FEED,
                                    "Address of its promotions feed",
                                    Setting.Type.URL)),
                    Budget.WEB_SHOP,
                    Optional.of("shopify"));

    @Override
    public ConnectorDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public Connector open(ConnectorContext context) {
        return new ShopifyConnector(context);
    }
}
