package com.truecart.connector.pricewatch;

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

/**
 * The price watch as a kind of upstream: read-only, no credential, two published files or a folder
 * of dated ones.
 */
public final class PriceWatchProvider implements ConnectorProvider {

    static final String PRICES = "prices";
    static final String NAMES = "names";

    private static final String PUBLISHED =
            "https://online-price-watch.consumer.org.hk/opw/opendata/";

    static final String PUBLISHED_NAMES = PUBLISHED + "pricewatch_zh-Hant.csv";

    private static final ConnectorDescriptor DESCRIPTOR =
            new ConnectorDescriptor(
                    "pricewatch",
                    "Hong Kong Online Price Watch",
                    Set.of(Capability.CATALOG, Capability.CHANGES_SINCE),
                    List.of(
                            Setting.required(
                                            PRICES,
                                            "English prices: the published CSV, or a folder of files named like 2026-07-24.csv",
                                            Setting.Type.URL_OR_FOLDER)
                                    .withDefault(PUBLISHED + "pricewatch_en.csv"),
                            Setting.optional(
                                            NAMES,
                                            "Chinese names: the published CSV (a folder of prices may hold names_tc.json instead)",
                                            Setting.Type.URL_OR_FOLDER)
                                    .withDefault(PUBLISHED_NAMES)),
                    new Budget(1, 1, Duration.ofSeconds(60), 8L << 20, 64L << 20));

    @Override
    public ConnectorDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public Connector open(ConnectorContext context) {
        context.required(PRICES);
        return new PriceWatchConnector(context);
    }
}
