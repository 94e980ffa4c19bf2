package com.truecart.connector.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.model.Benefit;
import com.truecart.model.Listing;
import com.truecart.model.Money;
import com.truecart.model.Promotion;
import com.truecart.model.Scope;
import com.truecart.sandbox.Sandbox;
import com.truecart.sandbox.SandboxOptions;
import com.truecart.sandbox.store.Offer;
import com.truecart.spi.ConnectorProvider;
import com.truecart.testkit.ConnectorContract;
import com.truecart.testkit.LoopbackContext;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Against the sandbox's market, which publishes its feeds as XML over real HTTP. */
class FeedContractTest extends ConnectorContract {
    private static final String SHOP = "peak-market";
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
                        "products",
                        sandbox.shop(SHOP).productsFeed().orElseThrow().toString(),
                        "promotions",
                        sandbox.shop(SHOP).promotionsFeed().toString(),
                        "shop_name",
                        "Peak Market",
                        "language",
                        "en"));
    }

    @Override
    protected int listings() {
        return sandbox.offers(SHOP).size();
    }

    @Override
    protected int promotions() {
        return 8;
    }

    @Override
    protected Map<String, Money> somePrices() {
        return Map.of(
                first().itemId(), Money.of(first().price(), "HKD"),
                onSale().itemId(), Money.of(onSale().price(), "HKD"));
    }

    @Test
    void aReducedProductKeepsItsRegularPriceBeside() {
        Listing listing = listing(onSale());
        assertThat(listing.offers().getFirst().listPrice())
                .contains(Money.of(onSale().regularPrice(), "HKD"));
    }

    @Test
    void aProductIsKnownInBothLanguagesByItsDetail() {
        Listing listing = listing(first());
        assertThat(listing.title().in(Locale.ENGLISH)).isEqualTo(first().product().name());
        assertThat(listing.title().in(Locale.TRADITIONAL_CHINESE))
                .isEqualTo(first().product().nameZh());
        assertThat(listing.category().stream().map(name -> name.in(Locale.ENGLISH)))
                .isEqualTo(first().product().category());
        assertThat(listing.identifiers().gtin().orElseThrow().digits())
                .isEqualTo("0" + first().product().gtin());
    }

    @Test
    void allPromotionsOfTheFeedAreModelled() {
        List<Promotion> stated = statedPromotions();
        assertThat(stated).allMatch(Promotion::isModelled);
        assertThat(stated)
                .filteredOn(promotion -> promotion.ref().equals("PM-PEAK5"))
                .singleElement()
                .satisfies(promotion -> {
                    assertThat(promotion.benefit())
                            .isEqualTo(
                                    new Benefit.PercentOff(
                                            50_000, java.util.Optional.of(Money.of(6_000, "HKD"))));
                    assertThat(promotion.scope()).isEqualTo(new Scope.WholeStore());
                });
    }

    private Listing listing(Offer offer) {
        return pull().entries().stream()
                .filter(found -> found.upstreamId().equals(offer.itemId()))
                .findFirst()
                .orElseThrow();
    }

    private static Offer first() {
        return sandbox.offers(SHOP).getFirst();
    }

    private static Offer onSale() {
        return sandbox.offers(SHOP).stream().filter(Offer::onSale).findFirst().orElseThrow();
    }
}
