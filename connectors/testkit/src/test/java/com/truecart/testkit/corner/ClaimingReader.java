package com.truecart.testkit.corner;

import com.truecart.model.Money;
import com.truecart.spi.ConnectorProvider;
import com.truecart.testkit.ConnectorContract;
import com.truecart.testkit.LoopbackContext;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Reads only, where the levels file says orders are certified; run by {@link PlantedFaultTest}. */
class ClaimingReader extends ConnectorContract {
    private static CornerShop shop;

    @BeforeAll
    static void openShop() throws IOException {
        shop = new CornerShop();
    }

    @AfterAll
    static void closeShop() {
        shop.close();
    }

    @Override
    protected ConnectorProvider provider() {
        return new ClaimingProvider();
    }

    @Override
    protected LoopbackContext context() {
        return LoopbackContext.with(Map.of("shop", shop.address()));
    }

    @Override
    protected int listings() {
        return 4;
    }

    @Override
    protected int unusable() {
        return 1;
    }

    @Override
    protected Map<String, Money> somePrices() {
        return Map.of("1", Money.of(1290, "HKD"));
    }
}
