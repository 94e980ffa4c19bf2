package com.truecart.connector.jsonld;

import com.truecart.spi.Budget;
import com.truecart.spi.Connector;
import com.truecart.spi.ConnectorContext;
import com.truecart.spi.ConnectorDescriptor;
import com.truecart.spi.ConnectorDescriptor.Capability;
import com.truecart.spi.ConnectorProvider;
import com.truecart.spi.Setting;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Any shop whose product pages carry schema.org markup and that publishes a sitemap. */
public final class JsonldProvider implements ConnectorProvider {
    static final String SHOP = "shop";
    static final String SITEMAP = "sitemap";
    static final String PAGES = "pages";
    static final String SHOP_NAME = "shop_name";
    static final String LANGUAGE = "language";
    static final String CURRENCY = "currency";
    static final String CONTACT = "contact";

    /** One page a second, one at a time: a shop that did not invite us is not to notice us. */
    private static final Budget POLITE =
            new Budget(1, 1, Duration.ofSeconds(20), 8L << 20, 64L << 20);

    private static final ConnectorDescriptor DESCRIPTOR =
            new ConnectorDescriptor(
                    "jsonld",
                    "Shop pages",
                    Set.of(Capability.CATALOG, Capability.CHANGES_SINCE),
                    List.of(
                            Setting.required(SHOP, "Address of the shop", Setting.Type.URL),
                            Setting.optional(
                                    SITEMAP,
                                    "Sitemap, where robots.txt names none or the wrong one",
                                    Setting.Type.URL_OR_FOLDER),
                            Setting.optional(
                                    PAGES,
                                    "Pattern of product pages' paths (/product/.*); all where empty",
                                    Setting.Type.TEXT),
                            Setting.optional(SHOP_NAME, "Name of the shop", Setting.Type.TEXT),
                            Setting.optional(
                                    LANGUAGE,
                                    "Language of its texts, where its pages do not say",
                                    Setting.Type.TEXT),
                            Setting.optional(
                                    CURRENCY,
                                    "Currency of prices that name none, or of several the one to"
                                            + " take",
                                    Setting.Type.CURRENCY),
                            Setting.optional(
                                    CONTACT,
                                    "Where the shop can reach you (address or e-mail); sent with"
                                            + " each request",
                                    Setting.Type.TEXT)),
                    POLITE);

    @Override
    public ConnectorDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public Connector open(ConnectorContext context) {
        return new JsonldConnector(context);
    }
}
