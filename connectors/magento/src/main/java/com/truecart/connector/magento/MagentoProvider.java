package com.truecart.connector.magento;

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

/** Magento Open Source and Adobe Commerce, 2.4.7 and later. */
public final class MagentoProvider implements ConnectorProvider {
    static final String SHOP = "shop";
    static final String SHOP_NAME = "shop_name";
    static final String LANGUAGE = "language";
    static final String STORE_VIEW = "store_view";
    static final String PAYMENT = "payment";
    static final String PROMOTIONS_FEED = "promotions_feed";

    private static final ConnectorDescriptor DESCRIPTOR =
            new ConnectorDescriptor(
                    "magento",
                    "Magento",
                    Set.of(Capability.CATALOG, Capability.PROMOTIONS, Capability.ORDERS),
                    List.of(
                            Setting.required(SHOP, "Address of the shop", Setting.Type.URL),
                            Setting.optional(SHOP_NAME, "Name of the shop", Setting.Type.TEXT),
                            Setting.optional(
                                    LANGUAGE,
                                    "Language of its texts (en, zh-Hant)",
                                    Setting.Type.TEXT),
                            Setting.optional(
                                    STORE_VIEW,
                                    "Code of the store view; the shop's default where empty",
                                    Setting.Type.TEXT),
                            Setting.optional(
                                            PAYMENT,
                                            "How it is paid: cod, bank-transfer or check",
                                            Setting.Type.TEXT)
                                    .withDefault("cod"),
                            Setting.optional(
                                    PROMOTIONS_FEED,
                                    "Address of its promotions feed",
                                    Setting.Type.URL)),
                    Budget.WEB_SHOP,
                    Optional.of("magento"));

    @Override
    public ConnectorDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public Connector open(ConnectorContext context) {
        return new MagentoConnector(context);
    }
}
