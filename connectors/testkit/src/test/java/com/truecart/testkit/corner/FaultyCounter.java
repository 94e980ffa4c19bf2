package com.truecart.testkit.corner;

import com.truecart.spi.ConnectorProvider;

/** The counter's contract kept by a connector that buys; run by {@link PlantedFaultTest}. */
class FaultyCounter extends CounterContractTest {
    @Override
    protected ConnectorProvider provider() {
        return new FaultyCounterProvider();
    }
}
