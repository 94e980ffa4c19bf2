package com.truecart.connector.magento;

import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.model.Benefit;
import com.truecart.model.Listing;
import com.truecart.model.Money;
import com.truecart.model.Promotion;
import com.truecart.model.Trigger;
import com.truecart.sandbox.fault.Fault;
import com.truecart.sandbox.fault.FaultKind;
import com.truecart.sandbox.magento.MagentoTerms;
import com.truecart.sandbox.magento.StoneHouse;
import com.truecart.sandbox.store.Offer;
import com.truecart.sandbox.till.StoneHouseTill;
import com.truecart.spi.ConnectorProvider;
import com.truecart.spi.IdempotencyKey;
import com.truecart.spi.Lookup;
import com.truecart.spi.OrderGateway;
import com.truecart.spi.OrderLine;
import com.truecart.spi.PaymentMethod;
import com.truecart.spi.PlaceRequest;
import com.truecart.spi.PlaceResult;
import com.truecart.spi.QuoteRequest;
import com.truecart.spi.QuoteResult;
import com.truecart.spi.QuoteResult.Quoted;
import com.truecart.spi.Terms.DoubtClass;
import com.truecart.spi.UpstreamException;
import com.truecart.spi.UpstreamOrder;
import com.truecart.testkit.LoopbackContext;
import com.truecart.testkit.OrderContract;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against Stone House of the sandbox, which speaks Magento's GraphQL over real HTTP. */
class MagentoContractTest extends OrderContract {
    private static final long DELIVERY = 3_000;

    private static StoneHouse house;
    private static List<Offer> cheap;
    private static Map<String, String> idBySku;

    @BeforeAll
    static void openShop() {
        house = StoneHouse.open(MagentoTerms.PLAIN);
        cheap =
                house.offers().stream()
                        .filter(offer -> offer.product().isIn("Household"))
                        .filter(offer -> StoneHouseTill.tiers(offer).isEmpty())
                        .filter(offer -> offer.price() >= 1_000 && offer.price() < 8_000)
                        .sorted(Comparator.comparingLong(Offer::price))
                        .toList();
        idBySku = new HashMap<>();
        for (Listing listing : Shops.listings(Shops.context(house))) {
            idBySku.put(
                    Objects.requireNonNull(listing.attributes().get("SKU")), listing.upstreamId());
        }
    }

    @AfterAll
    static void closeShop() {
        house.close();
    }

    @BeforeEach
    void fillShelves() {
        house.faults().clear();
        for (int i = 0; i < 3; i++) {
            house.setStock(cheap.get(i).sku(), i == 2 ? 0 : 60);
            house.setPrice(cheap.get(i).sku(), cheap.get(i).price());
        }
    }

    @Override
    protected ConnectorProvider provider() {
        return new MagentoProvider();
    }

    @Override
    protected LoopbackContext context() {
        return Shops.context(house).and("promotions_feed", house.promotionsFeed().toString());
    }

    @Override
    protected int listings() {
        return house.offers().size();
    }

    @Override
    protected int promotions() {
        return 3
                + house.offers().stream()
                        .mapToInt(offer -> StoneHouseTill.tiers(offer).size())
                        .sum();
    }

    @Override
    protected Map<String, Money> somePrices() {
        Map<String, Money> prices = new HashMap<>();
        house.offers().stream()
                .limit(30)
                .forEach(offer -> prices.put(id(offer), hkd(offer.price())));
        return prices;
    }

    @Override
    protected List<OrderLine> goods() {
        return List.of(line(cheap.get(1), 2), line(cheap.get(0), 1));
    }

    @Override
    protected Money payable() {
        return hkd(2 * cheap.get(1).price() + cheap.get(0).price() + DELIVERY);
    }

    @Override
    protected List<QuoteRequest> baskets() {
        return List.of(goodsRequest(), new QuoteRequest(goods(), Set.of("STONE30"), RECIPIENT));
    }

    @Override
    protected OrderLine soldOut() {
        return line(cheap.get(2), 1);
    }

    @Test
    void aVariantNamesItsProductAndWhatWasChosen() {
        Listing variant =
                pull().entries().stream()
                        .filter(listing -> listing.variantOf().isPresent())
                        .findFirst()
                        .orElseThrow();
        assertThat(variant.variantOf().orElseThrow()).startsWith("SH/");
        assertThat(variant.upstreamId()).startsWith("SH%2F").contains("/SH-");
        assertThat(variant.attributes()).containsKey("Size");
    }

    @Test
    void aListingHasBrandBarcodeCategoryPageAndPicture() {
        Offer offer = cheap.getFirst();
        Listing listing = listing(offer);
        assertThat(listing.title().in(Locale.ENGLISH)).isEqualTo(offer.product().name());
        assertThat(listing.brand().orElseThrow().in(Locale.ENGLISH))
                .isEqualTo(offer.product().brand());
        assertThat(listing.identifiers().gtin().orElseThrow().digits())
                .isEqualTo("0" + offer.product().gtin());
        assertThat(listing.category().stream().map(step -> step.in(Locale.ENGLISH)))
                .isEqualTo(offer.product().category());
        assertThat(listing.page().orElseThrow().toString()).endsWith(".html");
        assertThat(listing.image()).isPresent();
    }

    @Test
    void tierPricesArePromotionsAndTheQuoteKeepsThem() {
        Offer tiered =
                house.offers().stream()
                        .filter(offer -> !StoneHouseTill.tiers(offer).isEmpty())
                        .filter(offer -> offer.price() * 6 < 30_000)
                        .findFirst()
                        .orElseThrow();
        house.setStock(tiered.sku(), 20);
        List<Promotion> stated = listing(tiered).offers().getFirst().promotions();
        assertThat(stated)
                .extracting(Promotion::trigger)
                .containsExactly(new Trigger.MinQuantity(3), new Trigger.MinQuantity(6));
        for (int units : new int[] {1, 3, 5, 6}) {
            Money each =
                    stated.stream()
                            .filter(promotion ->
                                    promotion.trigger() instanceof Trigger.MinQuantity(int from)
                                            && from <= units)
                            .map(promotion -> ((Benefit.UnitPrice) promotion.benefit()).price())
                            .min(Comparator.naturalOrder())
                            .orElse(hkd(tiered.price()));
            Quoted quoted = quote(List.of(line(tiered, units)), Set.of());
            assertThat(quoted.goods()).isEqualTo(each.times(units));
        }
    }

    @Test
    void aStoreViewNobodyHasIsNamedByTheCheck() {
        assertThat(open(context().and("store_view", "no-such-view")).check().toString())
                .contains("Requested store is not found");
        assertThat(open(context().and("store_view", "default")).check().toString())
                .contains("products");
    }

    @Test
    void ofSeveralCodesTheOneThatSavesMostStays() {
        List<OrderLine> lines = List.of(line(cheap.get(1), 2));
        Quoted plain = quote(lines, Set.of());
        Quoted withCodes = quote(lines, Set.of("FREEPOST", "STONE30", "NOTHING"));
        assertThat(withCodes.refusedCodes())
                .extracting(QuoteResult.RefusedCode::code)
                .containsExactlyInAnyOrder("NOTHING", "STONE30");
        assertThat(withCodes.payable()).isEqualTo(plain.payable().minus(hkd(3_000)));
    }

    @Test
    void aCodeThatFreesTheDeliveryOpensAnotherWay() {
        List<OrderLine> lines = List.of(line(cheap.get(0), 1));
        assertThat(quote(lines, Set.of()).delivery()).isEqualTo(hkd(DELIVERY));
        Quoted freed = quote(lines, Set.of("FREEPOST"));
        assertThat(freed.delivery()).isEqualTo(hkd(0));
        assertThat(freed.payable()).isEqualTo(hkd(cheap.get(0).price()));
    }

    @Test
    void aShopThatDoesNotTakeThisWayOfPayingIsNoQuote() {
        try (StoneHouse strict = StoneHouse.open(MagentoTerms.PLAIN.paidBy("checkmo"))) {
            strict.setStock(cheap.get(0).sku(), 10);
            QuoteRequest request =
                    new QuoteRequest(List.of(line(cheap.get(0), 1)), Set.of(), RECIPIENT);
            assertThat(gateway(Shops.context(strict)).quote(request))
                    .isInstanceOf(QuoteResult.Unavailable.class);
            OrderGateway byCheck = gateway(Shops.context(strict).and("payment", "check"));
            assertThat(byCheck.terms().paymentMethods()).containsExactly(PaymentMethod.CHEQUE);
            assertThat(byCheck.quote(request)).isInstanceOf(Quoted.class);
        }
    }

    @Test
    void aPriceRaisedAfterTheQuoteIsRejectedWithTheNewTotal() {
        OrderGateway gateway = gateway(context());
        Quoted quoted = quoted(gateway);
        house.setPrice(cheap.get(0).sku(), cheap.get(0).price() + 100);
        int before = house.orders().size();
        assertThat(gateway.place(request(quoted), newKey()))
                .isInstanceOfSatisfying(
                        PlaceResult.Rejected.class,
                        rejected ->
                                assertThat(rejected.newTotal())
                                        .contains(quoted.payable().plus(hkd(100))));
        assertThat(house.orders()).hasSize(before);
    }

    @Test
    void whatSoldOutBetweenQuoteAndOrderIsRejected() {
        OrderGateway gateway = gateway(context());
        Quoted quoted = quoted(gateway);
        house.setStock(cheap.get(0).sku(), 0);
        assertThat(gateway.place(request(quoted), newKey()))
                .isInstanceOf(PlaceResult.Rejected.class);
    }

    @Test
    void whatSellsOutInTheLastMomentIsRefusedByTheShopAndTheCartIsStillOne() {
        LoopbackContext context = context();
        OrderGateway gateway = gateway(context);
        Quoted quoted = quoted(gateway);
        context.beforeNextOrder(() -> house.setStock(cheap.get(0).sku(), 0));
        assertThat(gateway.place(request(quoted), newKey()))
                .isInstanceOf(PlaceResult.Rejected.class);
    }

    @Test
    void afterALostAnswerTheSameCartNeverBuysTwice() {
        OrderGateway gateway = gateway(context());
        assertThat(gateway.terms().doubt()).isEqualTo(DoubtClass.WRITE_ONLY);
        Quoted quoted = quoted(gateway);
        IdempotencyKey key = newKey();
        int before = house.orders().size();
        LoopbackContext losing = context();
        losing.breakNextOrder(com.truecart.testkit.Fault.LOST_ANSWER);
        try {
            assertThat(gateway(losing).place(request(quoted), key))
                    .isInstanceOf(PlaceResult.InDoubt.class);
        } catch (UpstreamException doubt) {
            assertThat(doubt.surelyNotDone()).isFalse();
        }
        assertThat(gateway.place(request(quoted), key)).isInstanceOf(PlaceResult.InDoubt.class);
        assertThat(house.orders()).hasSize(before + 1);
        assertThat(gateway.find(key, Optional.of(quoted.resumeToken())))
                .isInstanceOf(Lookup.CannotAsk.class);
    }

    @Test
    void aRefusalBecauseAnEarlierAttemptJustWentThroughIsNoRefusal() {
        LoopbackContext context = context();
        OrderGateway gateway = gateway(context);
        Quoted quoted = quoted(gateway);
        IdempotencyKey key = newKey();
        int before = house.orders().size();
        context.beforeNextOrder(() -> gateway(context()).place(request(quoted), key));
        assertThat(gateway.place(request(quoted), key)).isInstanceOf(PlaceResult.InDoubt.class);
        assertThat(house.orders()).hasSize(before + 1);
    }

    @Test
    void aServerErrorWhilePlacingIsDoubtUntilTheCartIsSeen() {
        LoopbackContext context = context();
        OrderGateway gateway = gateway(context);
        Quoted quoted = quoted(gateway);
        context.beforeNextOrder(() ->
                house.faults()
                        .inject(
                                Fault.once("stone-house", "/graphql", FaultKind.SERVER_ERROR)
                                        .on("POST")));
        IdempotencyKey key = newKey();
        try {
            assertThat(gateway.place(request(quoted), key)).isInstanceOf(PlaceResult.InDoubt.class);
        } catch (UpstreamException doubt) {
            assertThat(doubt.surelyNotDone()).isFalse();
        }
        assertThat(gateway.find(key, Optional.of(quoted.resumeToken())))
                .isInstanceOf(Lookup.NotFound.class);
    }

    @Test
    void parcelsStatusesAndRefundsAreFollowed() {
        OrderGateway gateway = gateway(context());
        Quoted quoted = quoted(gateway);
        UpstreamOrder order = placed(gateway.place(request(quoted), newKey()));
        String number = order.handle().upstreamOrderId();
        assertThat(number).matches("\\d{9}");

        house.ship(number, "SF1234567890", 1);
        UpstreamOrder partly = gateway.track(order.handle());
        assertThat(partly.status()).isEqualTo(UpstreamOrder.Status.ACCEPTED);
        assertThat(partly.parcels())
                .singleElement()
                .satisfies(parcel -> {
                    assertThat(parcel.carrier()).contains("SF Express");
                    assertThat(parcel.trackingNumber()).contains("SF1234567890");
                });

        house.ship(number, "SF1234567890", 2);
        assertThat(gateway.track(order.handle()).status()).isEqualTo(UpstreamOrder.Status.SHIPPED);

        house.refund(number, 500);
        UpstreamOrder refunded = gateway.track(order.handle());
        assertThat(refunded.refunded()).isEqualTo(hkd(500));
        assertThat(refunded.charged()).isEqualTo(quoted.payable());

        house.say(number, "Closed");
        assertThat(gateway.track(order.handle()).status())
                .isEqualTo(UpstreamOrder.Status.CANCELLED);
        house.say(number, "Awaiting the ferry");
        assertThat(gateway.track(order.handle()).status())
                .isEqualTo(UpstreamOrder.Status.UNRECOGNISED);
    }

    @Test
    void anotherWayOfPayingThanWasQuotedIsRejected() {
        OrderGateway gateway = gateway(context());
        Quoted quoted = quoted(gateway);
        assertThat(
                        gateway.place(
                                new PlaceRequest(
                                        goodsRequest(),
                                        quoted.resumeToken(),
                                        quoted.payable(),
                                        PaymentMethod.BANK_TRANSFER),
                                newKey()))
                .isInstanceOf(PlaceResult.Rejected.class);
    }

    private Quoted quote(List<OrderLine> lines, Set<String> codes) {
        QuoteResult result = gateway(context()).quote(new QuoteRequest(lines, codes, RECIPIENT));
        assertThat(result).isInstanceOf(Quoted.class);
        return (Quoted) result;
    }

    private Listing listing(Offer offer) {
        return pull().entries().stream()
                .filter(found -> found.upstreamId().equals(id(offer)))
                .findFirst()
                .orElseThrow();
    }

    private static OrderLine line(Offer offer, int quantity) {
        return new OrderLine(id(offer), quantity);
    }

    private static String id(Offer offer) {
        return Objects.requireNonNull(idBySku.get(offer.sku()));
    }

    private static Money hkd(long cents) {
        return Money.of(cents, "HKD");
    }
}
