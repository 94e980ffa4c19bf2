package com.truecart.testkit.corner;

import com.truecart.spi.Connector;
import com.truecart.spi.ConnectorContext;
import com.truecart.spi.ConnectorDescriptor;
import com.truecart.spi.ConnectorProvider;
import com.truecart.spi.OrderGateway;

/** The counter where we buy in the shopper's name all the same. */
public final class FaultyCounterProvider implements ConnectorProvider {
    private final ConnectorProvider good = new CounterProvider();

    @Override
    public ConnectorDescriptor descriptor() {
        return good.descriptor();
    }

    @Override
    public Connector open(ConnectorContext context) {
        OrderGateway buying = new CornerProvider().open(context).orders().orElseThrow();
        return Parts.of(good.open(context)).orders(_ -> buying);
    }
}
