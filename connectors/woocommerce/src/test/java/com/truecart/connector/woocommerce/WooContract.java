package com.truecart.connector.woocommerce;

import com.truecart.model.Money;
import com.truecart.sandbox.Sandbox;
import com.truecart.sandbox.SandboxOptions;
import com.truecart.sandbox.store.Offer;
import com.truecart.sandbox.woo.WooPolicy;
import com.truecart.spi.ConnectorProvider;
import com.truecart.spi.OrderLine;
import com.truecart.spi.QuoteRequest;
import com.truecart.testkit.LoopbackContext;
import com.truecart.testkit.OrderContract;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/**
 * The contract against the grocer of the sandbox, which speaks the Store API over real HTTP; a
 * concrete test says how the shop is set up.
 */
abstract class WooContract extends OrderContract {
    static final String SHOP = "harbour-grocer";
    static final long DELIVERY = 3_000;
    static final long FREE_FROM = 30_000;

    static Sandbox sandbox;
    private static List<Offer> dearestFirst;

    @BeforeAll
    static void openShops() {
        sandbox =
                Sandbox.start(
                        SandboxOptions.defaults()
                                .withDelivery(Duration.ofHours(1), Duration.ofHours(2)));
        dearestFirst =
                sandbox.offers(SHOP).stream()
                        .sorted((a, b) -> Long.compare(b.price(), a.price()))
                        .toList();
    }

    @AfterAll
    static void closeShops() {
        sandbox.close();
    }

    @BeforeEach
    void fillShelves() {
        sandbox.faults().clear();
        sandbox.woo(SHOP).adopt(policy());
        sandbox.setStock(SHOP, first().sku(), 50);
        sandbox.setStock(SHOP, second().sku(), 50);
        sandbox.setStock(SHOP, dearestFirst.get(2).sku(), 0);
        sandbox.setPrice(SHOP, first().sku(), first().price());
    }

    @Override
    protected ConnectorProvider provider() {
        return new WooProvider();
    }

    @Override
    protected LoopbackContext context() {
        return LoopbackContext.with(
                Map.of(
                        "shop",
                        sandbox.shop(SHOP).base().toString(),
                        "shop_name",
                        "Harbour Grocer",
                        "language",
                        "en",
                        "promotions_feed",
                        sandbox.shop(SHOP).promotionsFeed().toString()));
    }

    @Override
    protected int listings() {
        return sandbox.offers(SHOP).size();
    }

    @Override
    protected int promotions() {
        return 2;
    }

    @Override
    protected Map<String, Money> somePrices() {
        return Map.of(
                first().itemId(), hkd(first().price()), second().itemId(), hkd(second().price()));
    }

    @Override
    protected List<OrderLine> goods() {
        return List.of(new OrderLine(second().itemId(), 2), new OrderLine(first().itemId(), 1));
    }

    @Override
    protected Money payable() {
        long goods = 2 * second().price() + first().price();
        return hkd(goods + (goods >= FREE_FROM ? 0 : DELIVERY));
    }

    @Override
    protected List<QuoteRequest> baskets() {
        return List.of(goodsRequest(), new QuoteRequest(goods(), Set.of("FRESH20"), RECIPIENT));
    }

    @Override
    protected OrderLine soldOut() {
        return new OrderLine(dearestFirst.get(2).itemId(), 1);
    }

    /** How the shop is set up in these tests. */
    abstract WooPolicy policy();

    static Offer first() {
        return dearestFirst.get(0);
    }

    static Offer second() {
        return dearestFirst.get(1);
    }

    static Money hkd(long cents) {
        return Money.of(cents, "HKD");
    }
}
