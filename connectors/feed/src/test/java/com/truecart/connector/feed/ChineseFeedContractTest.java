package com.truecart.connector.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.model.Benefit;
import com.truecart.model.Money;
import com.truecart.model.Promotion;
import com.truecart.sandbox.Sandbox;
import com.truecart.sandbox.SandboxOptions;
import com.truecart.sandbox.store.Offer;
import com.truecart.spi.ConnectorProvider;
import com.truecart.testkit.ConnectorContract;
import com.truecart.testkit.LoopbackContext;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Against the sandbox's corner shop: tab-separated feeds in Chinese. */
class ChineseFeedContractTest extends ConnectorContract {
    private static final String SHOP = "tin-mart";
    private static Sandbox sandbox;

    @BeforeAll
    static void openShops() {
        sandbox = Sandbox.start(SandboxOptions.defaults());
    }

    @AfterAll
    static void closeShops() {
        sandbox.close();
    }

    @Override
    protected ConnectorProvider provider() {
        return new FeedProvider();
    }

    @Override
    protected LoopbackContext context() {
        return LoopbackContext.with(
                Map.of(
                        "products", sandbox.shop(SHOP).productsFeed().orElseThrow().toString(),
                        "promotions", sandbox.shop(SHOP).promotionsFeed().toString(),
                        "language", "zh-Hant"));
    }

    @Override
    protected int listings() {
        return sandbox.offers(SHOP).size();
    }

    @Override
    protected int promotions() {
        return 3;
    }

    @Override
    protected Map<String, Money> somePrices() {
        Offer first = sandbox.offers(SHOP).getFirst();
        return Map.of(first.itemId(), Money.of(first.price(), "HKD"));
    }

    @Test
    void theEnglishNameIsKnownToo() {
        Offer first = sandbox.offers(SHOP).getFirst();
        assertThat(pull().entries().getFirst().title().in(Locale.TRADITIONAL_CHINESE))
                .isEqualTo(first.product().nameZh());
        assertThat(pull().entries().getFirst().title().in(Locale.ENGLISH))
                .isEqualTo(first.product().name());
    }

    @Test
    void aRuleTheColumnsCannotSayIsKeptInItsWords() {
        assertThat(statedPromotions())
                .filteredOn(promotion -> !promotion.isModelled())
                .singleElement()
                .extracting(Promotion::benefit)
                .isEqualTo(new Benefit.Unmodelled("罐頭每滿HK$100減HK$8，可累積，會員生日月份雙倍"));
    }
}
