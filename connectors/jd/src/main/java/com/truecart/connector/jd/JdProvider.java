package com.truecart.connector.jd;

import com.truecart.kit.china.Searches;
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

/** JD's affiliate platform (京东联盟): no orders, they are given to nobody outside. */
public final class JdProvider implements ConnectorProvider {
    static final String APP_KEY = "app_key";
    static final String APP_SECRET = "app_secret";
    static final String SITE = "site_id";
    static final String SCENE = "scene";
    static final String GATEWAY = "gateway";

    private static final ConnectorDescriptor DESCRIPTOR =
            new ConnectorDescriptor(
                    "jd",
                    "JD 京东",
                    Set.of(Capability.CATALOG, Capability.HAND_OFF),
                    List.of(
                            Setting.required(APP_KEY, "App key", Setting.Type.TEXT),
                            Setting.required(APP_SECRET, "App secret", Setting.Type.SECRET),
                            Setting.required(
                                    SITE, "Number of the filed site (siteId)", Setting.Type.TEXT),
                            Searches.QUERIES_SETTING,
                            Searches.PAGES_SETTING,
                            Setting.optional(
                                            SCENE,
                                            "Scene: 1 for item ids, 2 where skuIds are granted",
                                            Setting.Type.TEXT)
                                    .withDefault("1"),
                            Setting.optional(GATEWAY, "Address of the gateway", Setting.Type.URL)
                                    .withDefault("https://api.jd.com/routerjson")),
                    Budget.WEB_SHOP,
                    Optional.of("jd"));

    @Override
    public ConnectorDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public Connector open(ConnectorContext context) {
        return new JdConnector(context);
    }
}
