package com.truecart.connector.woocommerce;

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

/** WooCommerce, any shop with the Store API switched on (the default since WooCommerce 6.9). */
public final class WooProvider implements ConnectorProvider {
    static final String SHOP = "shop";
    static final String SHOP_NAME = "shop_name";
    static final String LANGUAGE = "language";
    static final String PROMOTIONS_FEED = "promotions_feed";

    private static final ConnectorDescriptor DESCRIPTOR =
            new ConnectorDescriptor(
                    "woocommerce",
                    "WooCommerce",
                    Set.of(
                            Capability.CATALOG,
                            Capability.LOOK_UP,
                            Capability.PROMOTIONS,
                            Capability.ORDERS),
                    List.of(
                            Setting.required(SHOP, "Address of the shop", Setting.Type.URL),
                            Setting.optional(SHOP_NAME, "Name of the shop", Setting.Type.TEXT),
                            Setting.optional(
                                    LANGUAGE,
                                    "Language of its texts (en, zh-Hant)",
                                    Setting.Type.TEXT),
                            Setting.optional(
                                    PROMOTIONS_FEED,
                                    "Address of its promotions feed",
                                    Setting.Type.URL)),
                    Budget.WEB_SHOP,
                    Optional.of("woocommerce"));

    @Override
    public ConnectorDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public Connector open(ConnectorContext context) {
        return new WooConnector(context);
    }
}
