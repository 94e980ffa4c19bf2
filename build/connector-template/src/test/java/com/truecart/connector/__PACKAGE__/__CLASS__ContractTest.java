package com.truecart.connector.__PACKAGE__;

import com.truecart.model.Money;
import com.truecart.spi.ConnectorProvider;
import com.truecart.testkit.ConnectorContract;
import com.truecart.testkit.LoopbackContext;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The facts of one known shop; the behaviours are inherited. */
class __CLASS__ContractTest extends ConnectorContract {
    private static StandInShop shop;

    @BeforeAll
    static void openShop() throws IOException {
        shop = new StandInShop();
    }

    @AfterAll
    static void closeShop() {
        shop.close();
    }

    @Override
    protected ConnectorProvider provider() {
        return new __CLASS__Provider();
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
        return Map.of("1", Money.of(1290, "HKD"), "2", Money.of(102_050, "HKD"));
    }
}
