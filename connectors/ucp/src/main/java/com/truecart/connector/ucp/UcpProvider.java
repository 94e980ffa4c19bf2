package com.truecart.connector.ucp;

import com.truecart.spi.Budget;
import com.truecart.spi.Connector;
import com.truecart.spi.ConnectorContext;
import com.truecart.spi.ConnectorDescriptor;
import com.truecart.spi.ConnectorDescriptor.Capability;
import com.truecart.spi.ConnectorProvider;
import com.truecart.spi.Setting;
import java.util.List;
import java.util.Set;

/** The Universal Commerce Protocol, any business that serves it over REST or MCP. */
public final class UcpProvider implements ConnectorProvider {
    static final String SHOP = "shop";
    static final String PROFILE = "profile";
    static final String SHOP_NAME = "shop_name";
    static final String LANGUAGE = "language";
    static final String SIGNING_KEY = "signing_key";
    static final String PROMOTIONS_FEED = "promotions_feed";

    private static final ConnectorDescriptor DESCRIPTOR =
            new ConnectorDescriptor(
                    "ucp",
                    "Universal Commerce Protocol",
                    Set.of(
                            Capability.CATALOG,
                            Capability.PROMOTIONS,
                            Capability.ORDERS,
                            Capability.WEBHOOKS),
                    List.of(
                            Setting.required(SHOP, "Address of the business", Setting.Type.URL),
                            Setting.required(
                                    PROFILE,
                                    "Address of our own profile: <public address>/hooks/<short name>/profile",
                                    Setting.Type.URL),
                            Setting.optional(
                                    SIGNING_KEY,
                                    "Key that signs our requests (private JWK, P-256)",
                                    Setting.Type.SECRET),
                            Setting.optional(SHOP_NAME, "Name of the shop", Setting.Type.TEXT),
                            Setting.optional(
                                    LANGUAGE,
                                    "Language of its texts (en, zh-Hant)",
                                    Setting.Type.TEXT),
                            Setting.optional(
                                    PROMOTIONS_FEED,
                                    "Address of its promotions feed",
                                    Setting.Type.URL)),
                    Budget.WEB_SHOP);

    @Override
    public ConnectorDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public Connector open(ConnectorContext context) {
        return new UcpConnector(context);
    }
}
