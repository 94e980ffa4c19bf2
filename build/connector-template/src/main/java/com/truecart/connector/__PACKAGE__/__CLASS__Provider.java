package com.truecart.connector.__PACKAGE__;

import com.truecart.spi.Budget;
import com.truecart.spi.Connector;
import com.truecart.spi.ConnectorContext;
import com.truecart.spi.ConnectorDescriptor;
import com.truecart.spi.ConnectorDescriptor.Capability;
import com.truecart.spi.ConnectorProvider;
import com.truecart.spi.Setting;
import java.util.List;
import java.util.Set;

/** What the kind is, what it can and what an operator fills in. */
public final class __CLASS__Provider implements ConnectorProvider {
    static final String SHOP = "shop";
    static final String SHOP_NAME = "shop_name";

    private static final ConnectorDescriptor DESCRIPTOR =
            new ConnectorDescriptor(
                    "__KIND__",
                    "__DISPLAY__",
                    Set.of(Capability.CATALOG),
                    List.of(
                            Setting.required(SHOP, "Address of the shop", Setting.Type.URL),
                            Setting.optional(SHOP_NAME, "Name of the shop", Setting.Type.TEXT)),
                    Budget.WEB_SHOP);

    @Override
    public ConnectorDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public Connector open(ConnectorContext context) {
        return new ShopConnector(context);
    }
}
