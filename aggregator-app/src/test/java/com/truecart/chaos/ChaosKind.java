package com.truecart.chaos;

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

/** The kind that an {@link UnfairShop} is connected by; the application under test loads it. */
public final class ChaosKind implements ConnectorProvider {
    static final String KIND = "chaos";

    @Override
    public ConnectorDescriptor descriptor() {
        return new ConnectorDescriptor(
                KIND,
                "Chaos",
                Set.of(Capability.CATALOG, Capability.ORDERS),
                List.of(
                        Setting.required("shop", "Address", Setting.Type.URL),
                        Setting.required("name", "Name", Setting.Type.TEXT),
                        Setting.required("doubt", "Doubt class", Setting.Type.TEXT),
                        Setting.required("currency", "Currency", Setting.Type.TEXT)),
                new Budget(5_000, 64, Duration.ofSeconds(5), 1L << 20, 1L << 20));
    }

    @Override
    public Connector open(ConnectorContext context) {
        return new ChaosConnector(context);
    }
}
