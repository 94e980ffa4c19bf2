package com.truecart.connector.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.model.Availability;
import com.truecart.model.Listing;
import com.truecart.model.Money;
import com.truecart.sandbox.shopify.JunkStreet;
import com.truecart.sandbox.shopify.ShopifyTerms;
import com.truecart.sandbox.store.Offer;
import com.truecart.spi.ConnectorProvider;
import com.truecart.testkit.ConnectorContract;
import com.truecart.testkit.LoopbackContext;
import com.truecart.testkit.Pulled;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Against Junk Street of the sandbox, which speaks the Storefront API over real HTTP. */
class ShopifyContractTest extends ConnectorContract {
    private static final String TOKEN = "storefront-token-for-tests";

    private static JunkStreet street;
    private static JunkStreet guarded;

    @BeforeAll
    static void openShops() {
        street = JunkStreet.open(ShopifyTerms.OPEN);
        guarded = JunkStreet.open(ShopifyTerms.OPEN.behind(TOKEN));
    }

    @AfterAll
    static void closeShops() {
        street.close();
        guarded.close();
    }

    @Override
    protected ConnectorProvider provider() {
        return new ShopifyProvider();
    }

    @Override
    protected LoopbackContext context() {
        return LoopbackContext.with(
                Map.of(
                        "shop",
                        street.base().toString(),
                        "shop_name",
                        "Junk Street",
                        "language",
                        "en",
                        "promotions_feed",
                        street.promotionsFeed().toString()));
    }

    @Override
    protected int listings() {
        return street.offers().size();
    }

    @Override
    protected int promotions() {
        return 3;
    }

    @Override
    protected Map<String, Money> somePrices() {
        Map<String, Money> prices = new HashMap<>();
        street.offers().stream()
                .limit(30)
                .forEach(offer -> prices.put(offer.itemId(), hkd(offer.price())));
        return prices;
    }

    @Test
    void sizesOfOneThingAreVariantsOfOneProduct() {
        Map<String, List<Listing>> families =
                pull().entries().stream()
                        .filter(listing -> listing.variantOf().isPresent())
                        .collect(Collectors.groupingBy(l -> l.variantOf().orElseThrow()));
        assertThat(families).isNotEmpty();
        assertThat(families.values()).allMatch(variants -> variants.size() > 1);
        Offer cola = offer(1001);
        Listing listing = listing(cola);
        assertThat(listing.title().in(Locale.ENGLISH)).isEqualTo(cola.product().name());
        assertThat(listing.attributes()).containsEntry("Size", cola.product().pack());
        assertThat(Objects.requireNonNull(families.get(listing.variantOf().orElseThrow())))
                .hasSizeGreaterThan(2);
    }

    @Test
    void aListingHasBrandBarcodePageAndPicture() {
        Offer cola = offer(1001);
        Listing listing = listing(cola);
        assertThat(listing.brand().orElseThrow().in(Locale.ENGLISH))
                .isEqualTo(cola.product().brand());
        assertThat(listing.identifiers().gtin().orElseThrow().digits())
                .isEqualTo("0" + cola.product().gtin());
        assertThat(listing.category().getFirst().in(Locale.ENGLISH))
                .isEqualTo(cola.product().category().getLast());
        assertThat(listing.page().orElseThrow().getQuery()).isEqualTo("variant=1001");
        assertThat(listing.image()).isPresent();
        assertThat(listing.attributes()).containsEntry("SKU", cola.sku());
    }

    @Test
    void aReducedPriceKeepsTheOneItIsComparedWith() {
        Offer reduced = street.offers().stream().filter(Offer::onSale).findFirst().orElseThrow();
        assertThat(listing(reduced).offers().getFirst().listPrice())
                .contains(hkd(reduced.regularPrice()));
    }

    @Test
    void textsComeInTheLanguageAskedFor() {
        Listing chinese =
                all(context().and("language", "zh-Hant").and("country", "HK")).stream()
                        .filter(listing -> listing.upstreamId().equals("1001"))
                        .findFirst()
                        .orElseThrow();
        assertThat(chinese.brand().orElseThrow().in(Locale.TRADITIONAL_CHINESE))
                .isEqualTo(offer(1001).product().brandZh());
    }

    @Test
    void withATokenTheShopTellsWhenFewAreLeft() {
        Offer cola =
                guarded.offers().stream()
                        .filter(offer -> offer.product().number() == 1001)
                        .findFirst()
                        .orElseThrow();
        guarded.setStock(cola.sku(), 3);
        LoopbackContext withToken =
                LoopbackContext.with(
                        Map.of("shop", guarded.base().toString(), "access_token", TOKEN));
        assertThat(all(withToken))
                .filteredOn(listing -> listing.upstreamId().equals(cola.itemId()))
                .singleElement()
                .satisfies(listing ->
                        assertThat(listing.offers().getFirst().availability())
                                .isEqualTo(Availability.LOW_STOCK));
        assertThat(withToken.calls()).allMatch(call -> !call.uri().toString().contains(TOKEN));
    }

    private Listing listing(Offer offer) {
        return pull().entries().stream()
                .filter(found -> found.upstreamId().equals(offer.itemId()))
                .findFirst()
                .orElseThrow();
    }

    private List<Listing> all(LoopbackContext context) {
        try (var connector = open(context)) {
            return Pulled.<Listing>everything(connector.catalog()::page).entries();
        }
    }

    private static Offer offer(int number) {
        return street.offers().stream()
                .filter(offer -> offer.product().number() == number)
                .findFirst()
                .orElseThrow();
    }

    private static Money hkd(long cents) {
        return Money.of(cents, "HKD");
    }
}
