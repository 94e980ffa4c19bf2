package com.truecart.connector.pinduoduo;

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

/** Pinduoduo's affiliate platform (多多进宝): no orders, they are given to nobody outside. */
public final class PinduoduoProvider implements ConnectorProvider {
    static final String CLIENT_ID = "client_id";
    static final String CLIENT_SECRET = "client_secret";
    static final String PID = "pid";
    static final String UID = "uid";
    static final String GATEWAY = "gateway";

    private static final ConnectorDescriptor DESCRIPTOR =
            new ConnectorDescriptor(
                    "pinduoduo",
                    "Pinduoduo 拼多多",
                    Set.of(Capability.CATALOG, Capability.HAND_OFF),
                    List.of(
                            Setting.required(CLIENT_ID, "Client id", Setting.Type.TEXT),
                            Setting.required(CLIENT_SECRET, "Client secret", Setting.Type.SECRET),
                            Setting.required(PID, "Promotion place (pid)", Setting.Type.TEXT),
                            Searches.QUERIES_SETTING,
                            Searches.PAGES_SETTING,
                            Setting.optional(
                                    UID,
                                    "User filed with Pinduoduo (uid of custom_parameters)",
                                    Setting.Type.TEXT),
                            Setting.optional(GATEWAY, "Address of the gateway", Setting.Type.URL)
                                    .withDefault("https://gw-api.pinduoduo.com/api/router")),
                    Budget.WEB_SHOP);

    @Override
    public ConnectorDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public Connector open(ConnectorContext context) {
        return new PinduoduoConnector(context);
    }
}
