package com.truecart.connector.taobao;

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

/** Taobao's affiliate platform (淘宝客): no orders, they are given to nobody outside. */
public final class TaobaoProvider implements ConnectorProvider {
    static final String APP_KEY = "app_key";
    static final String APP_SECRET = "app_secret";
    static final String PID = "pid";
    static final String MATERIAL = "material_id";
    static final String GATEWAY = "gateway";

    private static final ConnectorDescriptor DESCRIPTOR =
            new ConnectorDescriptor(
                    "taobao",
                    "Taobao and Tmall 淘宝/天猫",
                    Set.of(Capability.CATALOG, Capability.HAND_OFF),
                    List.of(
                            Setting.required(APP_KEY, "App key", Setting.Type.TEXT),
                            Setting.required(APP_SECRET, "App secret", Setting.Type.SECRET),
                            Setting.required(
                                    PID,
                                    "Promotion place (pid, mm_member_site_adzone)",
                                    Setting.Type.TEXT),
                            Searches.QUERIES_SETTING,
                            Searches.PAGES_SETTING,
                            Setting.optional(
                                            MATERIAL,
                                            "Number of the material library",
                                            Setting.Type.TEXT)
                                    .withDefault("80309"),
                            Setting.optional(GATEWAY, "Address of the gateway", Setting.Type.URL)
                                    .withDefault("https://eco.taobao.com/router/rest")),
                    Budget.WEB_SHOP,
                    Optional.of("taobao"));

    @Override
    public ConnectorDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public Connector open(ConnectorContext context) {
        return new TaobaoConnector(context);
    }
}
