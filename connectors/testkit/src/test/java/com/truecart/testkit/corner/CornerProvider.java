package com.truecart.testkit.corner;

import com.truecart.spi.Budget;
import com.truecart.spi.Connector;
import com.truecart.spi.ConnectorContext;
import com.truecart.spi.ConnectorDescriptor;
import com.truecart.spi.ConnectorDescriptor.Capability;
import com.truecart.spi.ConnectorProvider;
import com.truecart.spi.Setting;
import java.util.List;
import java.util.Set;

// guide: provider
/** The corner shop. */
public final class CornerProvider implements ConnectorProvider {
    static final String SHOP = "shop";
    static final String WEBHOOK_SECRET = "webhook_secret";

    private static final ConnectorDescriptor DESCRIPTOR =
            new ConnectorDescriptor(
                    "corner",
                    "Corner shop",
                    Set.of(
                            Capability.CATALOG,
                            Capability.CHANGES_SINCE,
                            Capability.LOOK_UP,
                            Capability.PROMOTIONS,
                            Capability.ORDERS,
                            Capability.WEBHOOKS,
                            Capability.HAND_OFF),
                    List.of(
                            Setting.required(SHOP, "Address of the shop", Setting.Type.URL),
                            Setting.optional(
                                    WEBHOOK_SECRET, "Secret of its webhooks", Setting.Type.SECRET)),
                    Budget.WEB_SHOP);

    @Override
    public ConnectorDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public Connector open(ConnectorContext context) {
        return new CornerConnector(context);
    }
}
// end
