package com.truecart.testkit.corner;

import com.truecart.spi.Connector;
import com.truecart.spi.ConnectorContext;
import com.truecart.spi.ConnectorDescriptor;
import com.truecart.spi.ConnectorProvider;

/** The corner shop's connector with the planted mistake in it. */
public final class FaultyProvider implements ConnectorProvider {
    private final ConnectorProvider good = new CornerProvider();

    @Override
    public ConnectorDescriptor descriptor() {
        return good.descriptor();
    }

    @Override
    public Connector open(ConnectorContext context) {
        Parts parts = Parts.of(good.open(context));
        return PlantedFault.PLANTED.isBound() ? PlantedFault.PLANTED.get().in(parts) : parts;
    }
}
