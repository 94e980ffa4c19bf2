package com.truecart.testkit.corner;

import com.truecart.spi.Connector;
import com.truecart.spi.ConnectorContext;
import com.truecart.spi.ConnectorDescriptor;
import com.truecart.spi.ConnectorProvider;

/** The counter under a name whose levels file claims more than its contract tests show. */
public final class ClaimingProvider implements ConnectorProvider {
    private final ConnectorProvider counter = new CounterProvider();

    @Override
    public ConnectorDescriptor descriptor() {
        ConnectorDescriptor known = counter.descriptor();
        return new ConnectorDescriptor(
                "corner-claiming",
                known.displayName(),
                known.capabilities(),
                known.settings(),
                known.budget());
    }

    @Override
    public Connector open(ConnectorContext context) {
        return counter.open(context);
    }
}
