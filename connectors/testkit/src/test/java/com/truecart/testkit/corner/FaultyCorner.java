package com.truecart.testkit.corner;

import com.truecart.spi.ConnectorProvider;

/**
 * The corner shop's contract kept by a connector with a mistake; run by {@link PlantedFaultTest}.
 */
class FaultyCorner extends CornerContractTest {
    @Override
    protected ConnectorProvider provider() {
        return new FaultyProvider();
    }
}
