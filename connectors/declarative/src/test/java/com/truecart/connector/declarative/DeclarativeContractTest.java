package com.truecart.connector.declarative;

import com.truecart.model.Money;
import com.truecart.spi.ConnectorProvider;
import com.truecart.testkit.ConnectorContract;
import com.truecart.testkit.LoopbackContext;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The kind by a definition of a JSON interface. */
class DeclarativeContractTest extends ConnectorContract {
    private static RecordedShop shop;

    @BeforeAll
    static void openShop() {
        shop = RecordedShop.of("dummyjson");
    }

    @AfterAll
    static void closeShop() {
        shop.close();
    }

    @Override
    protected ConnectorProvider provider() {
        return new DeclarativeProvider();
    }

    @Override
    protected LoopbackContext context() {
        return LoopbackContext.with(
                Map.of("definition", "dummyjson", "address", shop.base().toString()));
    }

    @Override
    protected int listings() {
        return 30;
    }

    @Override
    protected int unusable() {
        return 1;
    }

    @Override
    protected Map<String, Money> somePrices() {
        return Map.of("product-1", Money.of(1_199, "USD"), "product-31", Money.of(2_400, "USD"));
    }
}
