package com.truecart.connector.medusa;

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

/** Medusa 2, any shop that gives a publishable key. */
public final class MedusaProvider implements ConnectorProvider {
    static final String SHOP = "shop";
    static final String PUBLISHABLE_KEY = "publishable_key";
    static final String COUNTRY = "country";
    static final String SECRET_KEY = "secret_key";
    static final String SHOP_NAME = "shop_name";
    static final String LANGUAGE = "language";
    static final String PRODUCT_PAGE = "product_page";

    private static final ConnectorDescriptor DESCRIPTOR =
            new ConnectorDescriptor(
                    "medusa",
                    "Medusa",
                    Set.of(Capability.CATALOG, Capability.PROMOTIONS, Capability.ORDERS),
                    List.of(
                            Setting.required(
                                    SHOP, "Address of the Medusa server", Setting.Type.URL),
                            Setting.required(PUBLISHABLE_KEY, "Publishable key", Setting.Type.TEXT),
                            Setting.required(
                                    COUNTRY,
                                    "Country it is sent to (HK, GB): decides prices and tax",
                                    Setting.Type.TEXT),
                            Setting.optional(
                                    SECRET_KEY,
                                    "Secret key, for promotions and tracking numbers",
                                    Setting.Type.SECRET),
                            Setting.optional(SHOP_NAME, "Name of the shop", Setting.Type.TEXT),
                            Setting.optional(
                                    LANGUAGE,
                                    "Language of its texts (en, zh-Hant)",
                                    Setting.Type.TEXT),
                            Setting.optional(
                                    PRODUCT_PAGE,
                                    "Address of a product's page, up to its handle",
                                    Setting.Type.URL)),
                    Budget.WEB_SHOP,
                    Optional.of("medusa"));

    @Override
    public ConnectorDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public Connector open(ConnectorContext context) {
        return new MedusaConnector(context);
    }
}
