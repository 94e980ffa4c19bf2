package com.truecart.connector.declarative;

import com.truecart.model.Money;
import com.truecart.spi.ConnectorProvider;
import com.truecart.testkit.ConnectorContract;
import com.truecart.testkit.LoopbackContext;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The kind by a definition of a shop's pages. */
class DeclarativePagesContractTest extends ConnectorContract {
    private static RecordedShop shop;

    @BeforeAll
    static void openShop() {
        shop = RecordedShop.of("books-to-scrape");
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
                        Map.of("definition", "books-to-scrape", "address", shop.base().toString()))
                .sparing("/robots.txt");
    }

    @Override
    protected int listings() {
        return 3;
    }

    @Override
    protected int unusable() {
        return 1;
    }

    @Override
    protected Map<String, Money> somePrices() {
        return Map.of(
                "tea-for-one_102",
                Money.of(900, "GBP"),
                "maps-of-rain_104",
                Money.of(102_050, "GBP"));
    }
}
