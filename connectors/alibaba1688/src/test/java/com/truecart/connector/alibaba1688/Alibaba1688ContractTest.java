package com.truecart.connector.alibaba1688;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.truecart.model.Availability;
import com.truecart.model.Listing;
import com.truecart.model.Money;
import com.truecart.pricing.OfferPricer;
import com.truecart.pricing.OfferTerms;
import com.truecart.pricing.Shopper;
import com.truecart.sandbox.gateway.Account;
import com.truecart.sandbox.gateway.Alibaba1688Platform;
import com.truecart.sandbox.gateway.Assortment;
import com.truecart.sandbox.gateway.GatewayHost;
import com.truecart.sandbox.gateway.Goods;
import com.truecart.sandbox.gateway.WholesaleOffers;
import com.truecart.sandbox.gateway.WholesaleOffers.Sale;
import com.truecart.spi.ConnectorProvider;
import com.truecart.spi.OrderLine;
import com.truecart.spi.PaymentMethod;
import com.truecart.spi.Pull;
import com.truecart.spi.QuoteRequest;
import com.truecart.spi.QuoteResult;
import com.truecart.spi.QuoteResult.Quoted;
import com.truecart.spi.Recipient;
import com.truecart.spi.UpstreamException;
import com.truecart.testkit.LoopbackContext;
import com.truecart.testkit.OrderContract;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a stand-in of 1688's open platform that checks what it checks. */
class Alibaba1688ContractTest extends OrderContract {
    private static final Account ACCOUNT = new Account("1000000", "test123");
    private static final Assortment ASSORTMENT = Assortment.ofTheWorld();
    private static final List<String> WORDS = List.of("紙品", "零食", "書籍", "個人護理");
    private static final long FREIGHT = 800;
    private static final int MANY = 10;

    private static GatewayHost<Alibaba1688Platform> gateway;
    private static Sale first;
    private static Sale second;
    private static Sale gone;

    @BeforeAll
    static void open() {
        gateway =
                new GatewayHost<>(
                        "1688",
                        new Alibaba1688Platform(ASSORTMENT, ACCOUNT, "token", Clock.systemUTC()));
        // three cheap offers of one seller without specs, so that no promotion is reached
        List<Sale> ofOneSeller =
                sales().filter(sale -> sale.goods().price() > 0 && sale.spec().isEmpty())
                        .filter(sale -> offers().least(sale.goods()) == 1)
                        .filter(sale -> sale.goods().shopId().equals("7001"))
                        .filter(sale -> sale.goods().price() < 6_000)
                        .limit(3)
                        .toList();
        first = ofOneSeller.get(0);
        second = ofOneSeller.get(1);
        gone = ofOneSeller.get(2);
    }

    @AfterAll
    static void close() {
        gateway.close();
    }

    @BeforeEach
    void fillShelves() {
        offers().setStock(first.key(), 500);
        offers().setStock(second.key(), 500);
        offers().setStock(gone.key(), 0);
        offers().setPrice(first.goods(), first.goods().price());
    }

    private static WholesaleOffers offers() {
        return gateway.platform().offers();
    }

    private static Stream<Goods> goodsFound() {
        return WORDS.stream().flatMap(word -> ASSORTMENT.found(word).stream()).distinct();
    }

    private static Stream<Sale> sales() {
        return WORDS.stream()
                .flatMap(word -> gateway.platform().offers().found(word).stream())
                .filter(sale -> !gateway.platform().offers().isWithdrawn(sale.goods()))
                .distinct();
    }

    @Override
    protected ConnectorProvider provider() {
        return new Alibaba1688Provider();
    }

    @Override
    protected LoopbackContext context() {
        return LoopbackContext.with(
                Map.of(
                        "app_key", ACCOUNT.appKey(),
                        "app_secret", ACCOUNT.secret(),
                        "access_token", "token",
                        "queries", String.join("、", WORDS),
                        "gateway", gateway.base().toString()));
    }

    @Override
    protected int listings() {
        return (int) sales().filter(sale -> sale.goods().price() > 0).count();
    }

    @Override
    protected int unusable() {
        return (int)
                (sales().filter(sale -> sale.goods().price() == 0).count()
                        + goodsFound().filter(goods -> offers().isWithdrawn(goods)).count());
    }

    @Override
    protected int promotions() {
        return (int) sales().filter(sale -> sale.goods().price() > 0 && !sale.bySpec()).count();
    }

    @Override
    protected Map<String, Money> somePrices() {
        return sales().filter(sale -> sale.goods().price() > 0)
                .collect(Collectors.toMap(Sale::key, sale -> cny(offers().price(sale, 1))));
    }

    @Override
    protected List<OrderLine> goods() {
        return List.of(new OrderLine(second.key(), 2), new OrderLine(first.key(), 1));
    }

    @Override
    protected Money payable() {
        return cny(2 * second.goods().price() + first.goods().price() + FREIGHT);
    }

    /**
     * The second one is of so many units that each costs less, and together too little for what the
     * seller takes off by itself, which is stated nowhere.
     */
    @Override
    protected List<QuoteRequest> baskets() {
        Sale cheap =
                sales().filter(sale -> sale.spec().isEmpty() && !sale.key().equals(gone.key()))
                        .filter(sale -> offers().least(sale.goods()) == 1)
                        .filter(sale -> sale.goods().price() > 0 && sale.goods().price() < 2_000)
                        .findFirst()
                        .orElseThrow();
        offers().setStock(cheap.key(), 500);
        return List.of(
                goodsRequest(),
                new QuoteRequest(List.of(new OrderLine(cheap.key(), MANY)), Set.of(), RECIPIENT));
    }

    @Override
    protected OrderLine soldOut() {
        return new OrderLine(gone.key(), 1);
    }

    @Override
    protected PaymentMethod paymentMethod() {
        return PaymentMethod.BUYING_ACCOUNT;
    }

    @Test
    void theTestsGoodsHaveEveryPeculiarity() {
        assertThat(unusable()).isPositive();
        assertThat(sales().anyMatch(Sale::bySpec)).isTrue();
        assertThat(sales().anyMatch(sale -> sale.spec().isPresent() && !sale.bySpec())).isTrue();
        assertThat(listings()).isGreaterThan(60);
    }

    @Test
    void aPriceThatFallsWithTheQuantityIsPredictedAsQuoted() {
        Listing listing = listing(first.key());
        for (int quantity : new int[] {1, 9, 10, 25}) {
            Quoted quoted = quote(List.of(new OrderLine(first.key(), quantity)));
            Money predicted =
                    new OfferPricer()
                            .price(
                                    OfferTerms.of(listing, listing.offers().getFirst()),
                                    quantity,
                                    List.of(),
                                    Optional.empty(),
                                    Shopper.ANYONE,
                                    Instant.now())
                            .payable();
            assertThat(quoted.goods()).as(quantity + " units").isEqualTo(predicted);
        }
    }

    @Test
    void twoSpecsOfAnOfferCountTogetherTowardsTheLowerPrice() {
        Sale small =
                sales().filter(sale -> sale.spec().isPresent() && !sale.bySpec())
                        .filter(sale -> sale.goods().price() > 0)
                        .findFirst()
                        .orElseThrow();
        Sale large =
                sales().filter(sale -> sale.offerId() == small.offerId())
                        .filter(sale -> !sale.equals(small))
                        .findFirst()
                        .orElseThrow();
        Quoted quoted =
                quote(List.of(new OrderLine(small.key(), 4), new OrderLine(large.key(), 6)));
        assertThat(quoted.goods()).isEqualTo(cny(10 * offers().price(small, 10)));
        assertThat(listing(small.key()).variantOf()).contains(Long.toString(small.offerId()));
        assertThat(listing(small.key()).offers().getFirst().promotions().getFirst().ref())
                .isEqualTo(listing(large.key()).offers().getFirst().promotions().getFirst().ref());
    }

    @Test
    void aPromotionOfTheSellerIsTakenOffAndNamed() {
        int many = (int) (20_000 / first.goods().price()) + 12;
        Quoted quoted = quote(List.of(new OrderLine(first.key(), many)));
        assertThat(quoted.discounts())
                .singleElement()
                .satisfies(discount -> {
                    assertThat(discount.label()).isEqualTo("店铺满200减10");
                    assertThat(discount.amount()).isEqualTo(cny(1_000));
                });
    }

    @Test
    void aLineAskedForTwiceIsSharedOutByUnits() {
        Quoted quoted =
                quote(List.of(new OrderLine(first.key(), 1), new OrderLine(first.key(), 2)));
        assertThat(quoted.lines())
                .extracting(QuoteResult.QuotedLine::total)
                .containsExactly(cny(first.goods().price()), cny(2 * first.goods().price()));
    }

    @Test
    void fewerUnitsThanTheSellerSellsAreUnavailable() {
        Sale byTwo =
                sales().filter(sale -> offers().least(sale.goods()) == 2)
                        .filter(sale -> sale.goods().price() > 0)
                        .findFirst()
                        .orElseThrow();
        assertThat(
                        answer(
                                new QuoteRequest(
                                        List.of(new OrderLine(byTwo.key(), 1)),
                                        Set.of(),
                                        RECIPIENT)))
                .isInstanceOf(QuoteResult.Unavailable.class);
        assertThat(listing(byTwo.key()).attributes()).containsEntry("起批量", "2");
    }

    @Test
    void goodsOfTwoSellersAreNoOrder() {
        Sale elsewhere =
                sales().filter(sale -> !sale.goods().shopId().equals(first.goods().shopId()))
                        .filter(sale -> sale.goods().price() > 0)
                        .findFirst()
                        .orElseThrow();
        assertThat(
                        answer(
                                new QuoteRequest(
                                        List.of(
                                                new OrderLine(first.key(), 2),
                                                new OrderLine(elsewhere.key(), 2)),
                                        Set.of(),
                                        RECIPIENT)))
                .isInstanceOf(QuoteResult.Unavailable.class);
    }

    @Test
    void nothingIsDeliveredOutsideChina() {
        LoopbackContext context = context();
        Recipient abroad =
                new Recipient(
                        "A", "B", "a@b.example", "+4930", "Weg 1", "Berlin", "", "10115", "DE");
        assertThat(gateway(context).quote(new QuoteRequest(goods(), Set.of(), abroad)))
                .isInstanceOf(QuoteResult.Unavailable.class);
        assertThat(context.calls()).isEmpty();
    }

    @Test
    void anOfferSoldOutIsListedAsSuch() {
        assertThat(listing(gone.key()).offers().getFirst().availability())
                .isEqualTo(Availability.OUT_OF_STOCK);
    }

    @Test
    void aWrongSecretAndAnOldTokenAreTheOperatorsToMend() {
        assertMisconfigured(context().and("app_secret", "wrong"), "app_secret");
        assertMisconfigured(context().and("access_token", "old"), "access_token");
    }

    @Test
    void aClockElevenMinutesOffIsRefused() {
        assertThatThrownBy(
                        () -> pullWith(context().at(Instant.now().minus(Duration.ofMinutes(11)))))
                .isInstanceOf(UpstreamException.Refused.class);
    }

    private void assertMisconfigured(LoopbackContext context, String setting) {
        assertThatThrownBy(() -> pullWith(context))
                .isInstanceOfSatisfying(
                        UpstreamException.Misconfigured.class,
                        problem -> assertThat(problem.setting()).isEqualTo(setting));
    }

    private void pullWith(LoopbackContext context) {
        try (var connector = open(context)) {
            connector.catalog().page(new Pull.Everything());
        }
    }

    private Listing listing(String key) {
        return pull().entries().stream()
                .filter(listing -> listing.upstreamId().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private QuoteResult answer(QuoteRequest request) {
        return gateway(context()).quote(request);
    }

    private Quoted quote(List<OrderLine> lines) {
        QuoteResult result = answer(new QuoteRequest(lines, Set.of(), RECIPIENT));
        assertThat(result).isInstanceOf(Quoted.class);
        return (Quoted) result;
    }

    private static Money cny(long fen) {
        return Money.of(fen, "CNY");
    }
}
