package com.truecart.testkit.corner;

import com.truecart.model.Money;
import com.truecart.spi.ConnectorProvider;
import com.truecart.spi.OrderLine;
import com.truecart.testkit.HandOffContract;
import com.truecart.testkit.LoopbackContext;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** A shop that quotes and hands over; its promotions are in the quote, but stated nowhere. */
class CounterContractTest extends HandOffContract {
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
        return new CounterProvider();
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

    @Override
    protected List<OrderLine> goods() {
        return List.of(new OrderLine("5", 2), new OrderLine("2", 1));
    }

    @Override
    protected Money payable() {
        return Money.of(2 * 800 + 102_050 + 1500, "HKD");
    }

    @Override
    protected OrderLine soldOut() {
        return new OrderLine("4", 1);
    }
}
