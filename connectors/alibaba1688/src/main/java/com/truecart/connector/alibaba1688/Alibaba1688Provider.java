package com.truecart.connector.alibaba1688;

import com.truecart.kit.china.Searches;
import com.truecart.spi.Budget;
import com.truecart.spi.Connector;
import com.truecart.spi.ConnectorContext;
import com.truecart.spi.ConnectorDescriptor;
import com.truecart.spi.ConnectorDescriptor.Capability;
import com.truecart.spi.ConnectorProvider;
import com.truecart.spi.Setting;
import java.util.List;
import java.util.Set;

/** 1688.com through its open platform, for a buyer that is a company. */
public final class Alibaba1688Provider implements ConnectorProvider {
    static final String APP_KEY = "app_key";
    static final String APP_SECRET = "app_secret";
    static final String ACCESS_TOKEN = "access_token";
    static final String GATEWAY = "gateway";

    private static final ConnectorDescriptor DESCRIPTOR =
            new ConnectorDescriptor(
                    "alibaba1688",
                    "1688",
                    Set.of(Capability.CATALOG, Capability.ORDERS),
                    List.of(
                            Setting.required(APP_KEY, "App key", Setting.Type.TEXT),
                            Setting.required(APP_SECRET, "App secret", Setting.Type.SECRET),
                            Setting.required(
                                    ACCESS_TOKEN,
                                    "Access token of the buying account",
                                    Setting.Type.SECRET),
                            Searches.QUERIES_SETTING,
                            Searches.PAGES_SETTING,
                            Setting.optional(GATEWAY, "Address of the gateway", Setting.Type.URL)
                                    .withDefault("https://gw.open.1688.com")),
                    Budget.WEB_SHOP);

    @Override
    public ConnectorDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public Connector open(ConnectorContext context) {
        return new Alibaba1688Connector(context);
    }
}
