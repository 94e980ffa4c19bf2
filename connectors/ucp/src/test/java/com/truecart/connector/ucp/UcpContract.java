package com.truecart.connector.ucp;

import com.truecart.model.Money;
import com.truecart.sandbox.Sandbox;
import com.truecart.sandbox.SandboxOptions;
import com.truecart.sandbox.store.Offer;
import com.truecart.sandbox.till.EverydayTill;
import com.truecart.sandbox.ucp.UcpPolicy;
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
 * The contract against the household shop of the sandbox, which speaks UCP over real HTTP; a
 * concrete test says over which binding.
 */
abstract class UcpContract extends OrderContract {
    static final String SHOP = "everyday-home";
    private static final long DELIVERY = 3_500;
    private static final long FREE_FROM = 40_000;

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
        sandbox.ucp(SHOP).adopt(policy());
        sandbox.setStock(SHOP, first().sku(), 50);
        sandbox.setStock(SHOP, second().sku(), 50);
        sandbox.setStock(SHOP, dearestFirst.get(2).sku(), 0);
        sandbox.setStock(SHOP, thirdFree().sku(), 50);
        sandbox.setPrice(SHOP, first().sku(), first().price());
    }

    @Override
    protected ConnectorProvider provider() {
        return new UcpProvider();
    }

    @Override
    protected LoopbackContext context() {
        return LoopbackContext.with(
                Map.of(
                        "shop", sandbox.shop(SHOP).base().toString(),
                        "shop_name", "Everyday Home",
                        "profile", "https://truecart.example/ucp/profile.json",
                        "language", "en",
                        "promotions_feed", sandbox.shop(SHOP).promotionsFeed().toString()));
    }

    @Override
    protected int listings() {
        return sandbox.offers(SHOP).size();
    }

    @Override
    protected int promotions() {
        return 7;
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
        return List.of(
                goodsRequest(),
                new QuoteRequest(
                        List.of(new OrderLine(thirdFree().itemId(), 3)), Set.of(), RECIPIENT));
    }

    @Override
    protected OrderLine soldOut() {
        return new OrderLine(dearestFirst.get(2).itemId(), 1);
    }

    /** How the shop behaves in these tests. */
    abstract UcpPolicy policy();

    static LoopbackContext at(Sandbox where, String shop) {
        return LoopbackContext.with(
                Map.of(
                        "shop",
                        where.shop(shop).base().toString(),
                        "profile",
                        "https://truecart.example/ucp/profile.json"));
    }

    static Offer first() {
        return dearestFirst.get(0);
    }

    static Offer second() {
        return dearestFirst.get(1);
    }

    /** Every third unit of it is free. */
    private static Offer thirdFree() {
        return dearestFirst.stream()
                .filter(offer -> EverydayTill.THIRD_FREE.contains(offer.product().number()))
                .findFirst()
                .orElseThrow();
    }

    static Money hkd(long cents) {
        return Money.of(cents, "HKD");
    }
}
