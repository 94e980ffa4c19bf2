package com.truecart.testkit.corner;

import com.truecart.model.Money;
import com.truecart.spi.Connector;
import com.truecart.spi.ConnectorProvider;
import com.truecart.spi.Delivery;
import com.truecart.spi.OrderLine;
import com.truecart.spi.Webhooks;
import com.truecart.testkit.LoopbackContext;
import com.truecart.testkit.OrderContract;
import com.truecart.testkit.WebhookContract;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

// guide: contract
/** The facts of one corner shop, as a person reads them there; the behaviours are inherited. */
class CornerContractTest extends OrderContract implements WebhookContract {
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
        return new CornerProvider();
    }

    @Override
    protected LoopbackContext context() {
        return LoopbackContext.with(
                Map.of("shop", shop.address(), "webhook_secret", CornerShop.SECRET));
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
    protected int promotions() {
        return 2;
    }

    @Override
    protected Map<String, Money> somePrices() {
        return Map.of("1", hkd(1290), "2", hkd(102_050), "5", hkd(800));
    }

    @Override
    protected Optional<String> change() {
        return Optional.of(shop.changeAPrice());
    }

    @Override
    protected List<OrderLine> goods() {
        return List.of(new OrderLine("1", 2), new OrderLine("2", 1));
    }

    /** 2 × 12.90 + 1,020.50, less 20 % of the tea (2 × 2.58), and 15.00 for delivery. */
    @Override
    protected Money payable() {
        return hkd(2 * 1290 + 102_050 - 2 * 258 + 1500);
    }

    @Override
    protected OrderLine soldOut() {
        return new OrderLine("4", 1);
    }

    @Override
    public Connector listening() {
        return open(context());
    }

    @Override
    public Delivery delivery() {
        return CornerShop.webhook("event-1", "order-7");
    }

    @Override
    public Delivery anotherDelivery() {
        return CornerShop.webhook("event-2", "order-7");
    }

    @Override
    public Webhooks.About about() {
        return new Webhooks.AnOrder("order-7");
    }

    private static Money hkd(long cents) {
        return Money.of(cents, "HKD");
    }
}
// end
