package com.truecart.connector.magento;

import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.model.Listing;
import com.truecart.model.Money;
import com.truecart.sandbox.magento.MagentoTerms;
import com.truecart.sandbox.magento.StoneHouse;
import com.truecart.sandbox.store.Offer;
import com.truecart.spi.IdempotencyKey;
import com.truecart.spi.OrderGateway;
import com.truecart.spi.OrderLine;
import com.truecart.spi.PaymentMethod;
import com.truecart.spi.PlaceRequest;
import com.truecart.spi.PlaceResult;
import com.truecart.spi.QuoteRequest;
import com.truecart.spi.QuoteResult;
import com.truecart.spi.QuoteResult.Quoted;
import com.truecart.spi.Recipient;
import com.truecart.testkit.Seeded;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Random carts at shops that treat taxes differently: what is quoted is what is charged. */
class ChargedTest {
    private static final Recipient RECIPIENT =
            new Recipient(
                    "Ka Yan",
                    "Chan",
                    "kayan.chan@example.com",
                    "+85255550123",
                    "Flat 5, 12 Harbour Road",
                    "Wan Chai",
                    "",
                    "",
                    "HK");
    private static final int CARTS = 25;

    @Test
    void withoutTaxes() {
        assertQuotedIsCharged(MagentoTerms.PLAIN, 1);
    }

    @Test
    void withTaxesInsideThePrices() {
        assertQuotedIsCharged(MagentoTerms.PLAIN.withTaxInside(20), 2);
    }

    @Test
    void withTaxesOnTopOfThePrices() {
        assertQuotedIsCharged(MagentoTerms.PLAIN.withTaxOnTop(7), 3);
    }

    @Test
    void taxesOnTopAreShownAsSuchAndTaxesInsideAreNotAddedAgain() {
        try (StoneHouse onTop = StoneHouse.open(MagentoTerms.PLAIN.withTaxOnTop(10));
                StoneHouse inside = StoneHouse.open(MagentoTerms.PLAIN.withTaxInside(10))) {
            Offer offer =
                    onTop.offers().stream()
                            .filter(found -> found.stock() > 0 && found.price() < 20_000)
                            .findFirst()
                            .orElseThrow();
            Quoted taxed = (Quoted) quote(onTop, Map.of(offer.sku(), 1), Set.of());
            assertThat(taxed.goods()).isEqualTo(hkd(offer.price()));
            assertThat(taxed.tax().isPositive()).isTrue();
            Quoted included = (Quoted) quote(inside, Map.of(offer.sku(), 1), Set.of());
            assertThat(included.goods()).isEqualTo(hkd(offer.price()));
            assertThat(included.tax()).isEqualTo(hkd(0));
            assertThat(included.payable()).isEqualTo(hkd(offer.price() + 3_000));
        }
    }

    private static void assertQuotedIsCharged(MagentoTerms terms, long seed) {
        try (StoneHouse house = StoneHouse.open(terms)) {
            Map<String, String> ids = ids(house);
            List<Offer> offers = house.offers();
            List<Set<String>> codes =
                    List.of(Set.of(), Set.of("STONE30"), Set.of("FREEPOST"), Set.of("NOTHING"));
            OrderGateway gateway =
                    new MagentoProvider().open(Shops.context(house)).orders().orElseThrow();
            Seeded.rounds(
                    CARTS,
                    seed,
                    random -> {
                        List<OrderLine> lines = new ArrayList<>();
                        for (int i = random.nextInt(1, 6); i > 0; i--) {
                            Offer offer = offers.get(random.nextInt(offers.size()));
                            house.setStock(offer.sku(), 100);
                            lines.add(
                                    new OrderLine(
                                            Objects.requireNonNull(ids.get(offer.sku())),
                                            random.nextInt(1, 9)));
                        }
                        QuoteRequest request =
                                new QuoteRequest(
                                        lines, codes.get(random.nextInt(codes.size())), RECIPIENT);
                        Quoted quoted = (Quoted) gateway.quote(request);
                        assertThat(
                                        quoted.lines().stream()
                                                .map(QuoteResult.QuotedLine::total)
                                                .reduce(Money::plus))
                                .contains(quoted.goods());
                        PlaceResult placed =
                                gateway.place(
                                        new PlaceRequest(
                                                request,
                                                quoted.resumeToken(),
                                                quoted.payable(),
                                                PaymentMethod.CASH_ON_DELIVERY),
                                        new IdempotencyKey(UUID.randomUUID().toString()));
                        assertThat(placed)
                                .isInstanceOfSatisfying(
                                        PlaceResult.Placed.class,
                                        done ->
                                                assertThat(done.order().charged())
                                                        .isEqualTo(quoted.payable()));
                        assertThat(hkd(house.orders().getLast().payable()))
                                .isEqualTo(quoted.payable());
                    });
            assertThat(house.orders()).hasSize(CARTS);
        }
    }

    private static QuoteResult quote(
            StoneHouse house, Map<String, Integer> quantities, Set<String> codes) {
        Map<String, String> ids = ids(house);
        List<OrderLine> lines = new ArrayList<>();
        quantities.forEach((sku, quantity) ->
                lines.add(new OrderLine(Objects.requireNonNull(ids.get(sku)), quantity)));
        return new MagentoProvider()
                .open(Shops.context(house))
                .orders()
                .orElseThrow()
                .quote(new QuoteRequest(lines, codes, RECIPIENT));
    }

    private static Map<String, String> ids(StoneHouse house) {
        Map<String, String> ids = new HashMap<>();
        for (Listing listing : Shops.listings(Shops.context(house))) {
            ids.put(Objects.requireNonNull(listing.attributes().get("SKU")), listing.upstreamId());
        }
        return ids;
    }

    private static Money hkd(long cents) {
        return Money.of(cents, "HKD");
    }
}
