package com.truecart.connector.feed;

import com.truecart.spi.Budget;
import com.truecart.spi.Connector;
import com.truecart.spi.ConnectorContext;
import com.truecart.spi.ConnectorDescriptor;
import com.truecart.spi.ConnectorDescriptor.Capability;
import com.truecart.spi.ConnectorProvider;
import com.truecart.spi.Setting;
import java.util.List;
import java.util.Set;

/**
 * Google product feeds, in XML (RSS or Atom) or tab-separated, with or without a promotions feed
 * beside.
 */
public final class FeedProvider implements ConnectorProvider {
    static final String PRODUCTS = "products";
    static final String PROMOTIONS = "promotions";
    static final String SHOP_NAME = "shop_name";
    static final String LANGUAGE = "language";
    static final String CURRENCY = "currency";

    /** Five million products make two gigabytes and more. */
    private static final Budget LARGE_DOCUMENTS =
            new Budget(
                    Budget.WEB_SHOP.callsPerSecond(),
                    Budget.WEB_SHOP.concurrentCalls(),
                    Budget.WEB_SHOP.timeout(),
                    Budget.WEB_SHOP.largestReply(),
                    8L << 30);

    private static final ConnectorDescriptor DESCRIPTOR =
            new ConnectorDescriptor(
                    "feed",
                    "Product feed",
                    Set.of(Capability.CATALOG, Capability.PROMOTIONS),
                    List.of(
                            Setting.required(
                                    PRODUCTS,
                                    "Product feed, or a folder with dated ones",
                                    Setting.Type.URL_OR_FOLDER),
                            Setting.optional(
                                    PROMOTIONS,
                                    "Promotions feed, or a folder with dated ones",
                                    Setting.Type.URL_OR_FOLDER),
                            Setting.optional(SHOP_NAME, "Name of the shop", Setting.Type.TEXT),
                            Setting.optional(
                                    LANGUAGE,
                                    "Language of its texts (en, zh-Hant)",
                                    Setting.Type.TEXT),
                            Setting.optional(
                                    CURRENCY,
                                    "Currency of prices that name none",
                                    Setting.Type.CURRENCY)),
                    LARGE_DOCUMENTS);

    @Override
    public ConnectorDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public Connector open(ConnectorContext context) {
        return new FeedConnector(context);
    }
}
