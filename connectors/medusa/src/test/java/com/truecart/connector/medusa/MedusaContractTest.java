package com.truecart.connector.medusa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import com.truecart.model.Availability;
import com.truecart.model.Benefit;
import com.truecart.model.Listing;
import com.truecart.model.Money;
import com.truecart.model.Promotion;
import com.truecart.model.Trigger;
import com.truecart.realshops.medusa.Market;
import com.truecart.realshops.medusa.MedusaAdmin.Group;
import com.truecart.realshops.medusa.MedusaShop;
import com.truecart.realshops.medusa.NewProduct;
import com.truecart.realshops.medusa.NewProduct.NewVariant;
import com.truecart.realshops.medusa.Variant;
import com.truecart.spi.ConnectorProvider;
import com.truecart.spi.Health;
import com.truecart.spi.IdempotencyKey;
import com.truecart.spi.Lookup;
import com.truecart.spi.OrderGateway;
import com.truecart.spi.OrderLine;
import com.truecart.spi.PaymentMethod;
import com.truecart.spi.PlaceRequest;
import com.truecart.spi.PlaceResult;
import com.truecart.spi.Pull;
import com.truecart.spi.QuoteRequest;
import com.truecart.spi.QuoteResult;
import com.truecart.spi.QuoteResult.Quoted;
import com.truecart.spi.Recipient;
import com.truecart.spi.UpstreamException;
import com.truecart.spi.UpstreamOrder;
import com.truecart.spi.UpstreamOrder.Status;
import com.truecart.testkit.LoopbackContext;
import com.truecart.testkit.OrderContract;
import com.truecart.testkit.Pulled;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Against a real Medusa, which nobody here wrote. */
@Tag("heavy-shop")
class MedusaContractTest extends OrderContract {
    private static MedusaShop shop;
    private static Variant tea;
    private static Variant rice;
    private static Variant small;
    private static Variant large;
    private static Variant soldOut;
    private static Variant onOrder;
    private static Variant reduced;
    private static Variant fleeting;

    @BeforeAll
    static void open() {
        shop = MedusaShop.start();
        String hongKong = shop.admin().addMarket(Market.untaxed("HKD", "HK"));
        shop.admin().addMarket(new Market("GBP", "GB", new BigDecimal("20"), true));
        shop.admin().addShippingOption("Courier", List.of("HK"), Map.of(hongKong, decimal("48")));
        shop.admin().addShippingOption("Post", List.of("HK"), Map.of(hongKong, decimal("30")));
        String drinks = shop.admin().addGroup(Group.CATEGORY, "Drinks");
        List<Variant> variants =
                shop.admin()
                        .addProducts(
                                List.of(
                                        NewProduct.of("Tea", decimal("18.99"), OptionalInt.of(900))
                                                .with("categories", List.of(Map.of("id", drinks)))
                                                .with("description", "Green <b>tea</b> &amp; more")
                                                .with("metadata", Map.of("brand", "Lo Mau")),
                                        NewProduct.of(
                                                "Rice", decimal("33.33"), OptionalInt.of(900)),
                                        new NewProduct(
                                                "Shirt",
                                                List.of(
                                                        variant("S", "120", "4006381333931"),
                                                        variant("L", "130.5", "12345")),
                                                Map.of()),
                                        NewProduct.of("Lamp", decimal("500"), OptionalInt.of(0)),
                                        new NewProduct(
                                                "Desk",
                                                List.of(
                                                        new NewVariant(
                                                                "desk",
                                                                "Oak",
                                                                decimal("2000"),
                                                                OptionalInt.of(0),
                                                                Map.of("allow_backorder", true))),
                                                Map.of()),
                                        NewProduct.of("Cup", decimal("40")),
                                        NewProduct.of("Bowl", decimal("9.9"), OptionalInt.of(5)),
                                        new NewProduct(
                                                "Nameless price",
                                                List.of(
                                                        new NewVariant(
                                                                "none",
                                                                "One",
                                                                decimal("1"),
                                                                OptionalInt.empty(),
                                                                Map.of("prices", List.of()))),
                                                Map.of())));
        tea = variants.get(0);
        rice = variants.get(1);
        small = variants.get(2);
        large = variants.get(3);
        soldOut = variants.get(4);
        onOrder = variants.get(5);
        reduced = variants.get(6);
        fleeting = variants.get(7);
        shop.admin().putOnSale(reduced, decimal("32.5"));
        promote(
                Map.of("code", "TEN"),
                Map.of("type", "percentage", "target_type", "order", "value", 10));
        promote(
                Map.of("code", "FREIGHT"),
                Map.of(
                        "type",
                        "percentage",
                        "target_type",
                        "shipping_methods",
                        "allocation",
                        "across",
                        "value",
                        100));
        promote(
                Map.of(
                        "code",
                        "MUCH",
                        "rules",
                        List.of(
                                Map.of(
                                        "attribute",
                                        "item_subtotal",
                                        "operator",
                                        "gte",
                                        "values",
                                        List.of("5000")))),
                Map.of(
                        "type",
                        "fixed",
                        "target_type",
                        "order",
                        "value",
                        500,
                        "currency_code",
                        "hkd"));
        // for another market: not ours
        promote(
                Map.of("code", "POUNDS"),
                Map.of(
                        "type",
                        "fixed",
                        "target_type",
                        "order",
                        "value",
                        5,
                        "currency_code",
                        "gbp"));
    }

    @AfterAll
    static void close() {
        if (shop != null) {
            shop.close();
        }
    }

    /** The order's own; beside it stand those of fulfilment and payment. */
    @Override
    protected String statusWord(UpstreamOrder order) {
        return "pending";
    }

    @Override
    protected ConnectorProvider provider() {
        return new MedusaProvider();
    }

    @Override
    protected LoopbackContext context() {
        return guest().and("secret_key", shop.admin().secretKey()).patience(Duration.ofSeconds(60));
    }

    private static LoopbackContext guest() {
        return LoopbackContext.with(
                        Map.of(
                                "shop",
                                shop.address().toString(),
                                "publishable_key",
                                shop.admin().publishableKey(),
                                "country",
                                "HK",
                                "shop_name",
                                "Harbour Goods",
                                "language",
                                "en",
                                "product_page",
                                "https://goods.example/hk/products/"))
                .patience(Duration.ofSeconds(60));
    }

    @Override
    protected int listings() {
        return 8;
    }

    @Override
    protected int unusable() {
        return 1;
    }

    @Override
    protected int promotions() {
        return 3;
    }

    @Override
    protected Map<String, Money> somePrices() {
        return Map.of(tea.id(), hkd(1_899), rice.id(), hkd(3_333), large.id(), hkd(13_050));
    }

    @Override
    protected List<OrderLine> goods() {
        return List.of(new OrderLine(rice.id(), 1), new OrderLine(tea.id(), 2));
    }

    /** By post, which is cheaper than the courier. */
    @Override
    protected Money payable() {
        return hkd(3_333 + 2 * 1_899 + 3_000);
    }

    @Override
    protected List<QuoteRequest> baskets() {
        return List.of(goodsRequest(), new QuoteRequest(goods(), Set.of("TEN"), RECIPIENT));
    }

    @Override
    protected OrderLine soldOut() {
        return new OrderLine(soldOut.id(), 1);
    }

    @Test
    void aListingSaysAllTheShopSays() {
        Listing listing = listing(tea);
        assertThat(listing.title().in(Locale.ENGLISH)).isEqualTo("Tea");
        assertThat(listing.variantOf()).isEmpty();
        assertThat(listing.brand().orElseThrow().in(Locale.ENGLISH)).isEqualTo("Lo Mau");
        assertThat(listing.category())
                .extracting(name -> name.in(Locale.ENGLISH))
                .containsExactly("Drinks");
        assertThat(listing.description().orElseThrow().in(Locale.ENGLISH))
                .isEqualTo("Green tea & more");
        assertThat(listing.page()).hasToString("Optional[https://goods.example/hk/products/tea]");
        assertThat(listing.attributes()).containsEntry("SKU", "Tea");
        assertThat(listing.offers().getFirst().seller().name().in(Locale.ENGLISH))
                .isEqualTo("Harbour Goods");
    }

    @Test
    void eachVariantIsAListingOfItsOwn() {
        Listing first = listing(small);
        Listing second = listing(large);
        assertThat(first.variantOf()).isEqualTo(second.variantOf()).contains(small.productId());
        assertThat(first.title().in(Locale.ENGLISH)).isEqualTo("Shirt S");
        assertThat(first.attributes()).containsEntry("Kind", "S");
        assertThat(first.identifiers().gtin().orElseThrow().digits()).isEqualTo("04006381333931");
        assertThat(second.identifiers().gtin()).isEmpty();
        assertThat(second.attributes()).containsEntry("GTIN", "12345");
    }

    @Test
    void aSaleShowsThePriceBeforeIt() {
        assertThat(listing(reduced).offers().getFirst())
                .satisfies(offer -> {
                    assertThat(offer.price()).isEqualTo(hkd(3_250));
                    assertThat(offer.listPrice()).contains(hkd(4_000));
                });
    }

    @Test
    void availabilityIsWhatTheStockRoomSays() {
        assertThat(availability(tea)).isEqualTo(Availability.IN_STOCK);
        assertThat(availability(soldOut)).isEqualTo(Availability.OUT_OF_STOCK);
        assertThat(availability(onOrder)).isEqualTo(Availability.BACKORDER);
        assertThat(availability(reduced)).as("not counted").isEqualTo(Availability.IN_STOCK);
    }

    @Test
    void pricesOfACountryWithTaxAreWithTax() {
        LoopbackContext britain = context().and("country", "GB").patience(Duration.ofSeconds(60));
        List<Listing> all = Pulled.everything(open(britain).catalog()::page).entries();
        assertThat(all)
                .filteredOn(each -> each.upstreamId().equals(tea.id()))
                .singleElement()
                .satisfies(each ->
                        assertThat(each.offers().getFirst().price())
                                .isEqualTo(Money.of(1_899, "GBP")));
    }

    @Test
    void onlyThePromotionsOfThisMarketAreStatedAndEachAsItIs() {
        assertThat(statedPromotions())
                .extracting(promotion -> promotion.label().in(Locale.ENGLISH), Promotion::benefit)
                .containsExactlyInAnyOrder(
                        tuple("TEN", new Benefit.PercentOff(100_000, Optional.empty())),
                        tuple("FREIGHT", new Benefit.DeliveryOff(Money.PPM)),
                        tuple(
                                "MUCH",
                                new Benefit.AmountOff(hkd(50_000), Benefit.AmountOff.Per.ORDER)));
        assertThat(statedPromotions())
                .allSatisfy(promotion -> {
                    assertThat(promotion.isModelled()).isTrue();
                    assertThat(promotion.trigger().contains(Trigger.Code.class)).isTrue();
                });
    }

    @Test
    void withoutASecretKeyNoPromotionsAreStated() {
        assertThat(
                        Pulled.<Promotion>everything(open(guest()).promotions().orElseThrow()::page)
                                .entries())
                .isEmpty();
    }

    @Test
    void aWrongPublishableKeyIsNamed() {
        LoopbackContext context = guest().and("publishable_key", "pk_wrong");
        assertThatThrownBy(() -> open(context).catalog().page(new Pull.Everything()))
                .isInstanceOfSatisfying(
                        UpstreamException.Misconfigured.class,
                        problem -> assertThat(problem.setting()).isEqualTo("publishable_key"));
        assertThat(open(context).check()).isInstanceOf(Health.Down.class);
    }

    @Test
    void aCountryWhereTheShopSellsNothingIsNamed() {
        LoopbackContext context = guest().and("country", "FR");
        assertThat(open(context).check())
                .isInstanceOfSatisfying(
                        Health.Down.class,
                        down -> assertThat(down.problem()).contains("country").contains("FR"));
    }

    @Test
    void aCodeIsTakenOffAndNamed() {
        Quoted quoted = quotedWith("TEN");
        // 10 % of 71.31 is 7.131
        assertThat(quoted.payable()).isEqualTo(hkd(7_131 - 713 + 3_000));
        assertThat(quoted.discounts()).containsExactly(new QuoteResult.Discount("TEN", hkd(713)));
        assertThat(quoted.refusedCodes()).isEmpty();
    }

    @Test
    void aCodeForFreeDeliveryIsTakenThoughTheShopForgetsOnesGivenTooEarly() {
        Quoted quoted = quotedWith("FREIGHT");
        assertThat(quoted.delivery()).isEqualTo(hkd(0));
        assertThat(quoted.payable()).isEqualTo(hkd(7_131));
        assertThat(quoted.refusedCodes()).isEmpty();
    }

    @Test
    void aCodeWhoseConditionsDoNotHoldIsRefusedByName() {
        Quoted quoted = quotedWith("MUCH");
        assertThat(quoted.payable()).isEqualTo(payable());
        assertThat(quoted.refusedCodes())
                .singleElement()
                .satisfies(refused -> assertThat(refused.code()).isEqualTo("MUCH"));
    }

    @Test
    void oneWrongCodeDoesNotSpoilTheOthers() {
        Quoted quoted =
                (Quoted)
                        gateway(context())
                                .quote(
                                        new QuoteRequest(
                                                goods(), Set.of("A-WRONG-ONE", "TEN"), RECIPIENT));
        assertThat(quoted.discounts())
                .extracting(QuoteResult.Discount::label)
                .containsExactly("TEN");
        assertThat(quoted.refusedCodes())
                .extracting(QuoteResult.RefusedCode::code)
                .containsExactly("A-WRONG-ONE");
    }

    @Test
    void ofSeveralLinesTheOneThatIsSoldOutIsNamed() {
        QuoteResult answer =
                gateway(context())
                        .quote(
                                new QuoteRequest(
                                        List.of(goods().getFirst(), soldOut()),
                                        Set.of(),
                                        RECIPIENT));
        assertThat(answer)
                .isInstanceOfSatisfying(
                        QuoteResult.Unavailable.class,
                        unavailable ->
                                assertThat(unavailable.problems())
                                        .extracting(QuoteResult.Problem::upstreamId)
                                        .containsExactly(Optional.of(soldOut.id())));
    }

    @Test
    void anotherCountryIsRefusedThoughTheShopWouldTakeTheAddress() {
        Recipient abroad =
                new Recipient(
                        "Ann",
                        "Lee",
                        "ann@example.com",
                        "+44",
                        "1 High Street",
                        "Leeds",
                        "",
                        "LS1",
                        "GB");
        assertThat(gateway(context()).quote(new QuoteRequest(goods(), Set.of(), abroad)))
                .isInstanceOf(QuoteResult.Unavailable.class);
    }

    @Test
    void ourReferenceIsOnTheOrderAndFindsItWithoutTheCart() {
        OrderGateway gateway = gateway(context());
        Quoted quoted = quoted(gateway);
        IdempotencyKey key = newKey();
        UpstreamOrder order = placed(gateway.place(request(quoted), key));
        String id = order.handle().access().reveal();
        assertThat(shop.admin().orders().metadata(id).get("truecart_order").stringValue())
                .isEqualTo(key.value());
        assertThat(gateway.find(key, Optional.empty()))
                .isInstanceOfSatisfying(
                        Lookup.Found.class,
                        found -> assertThat(found.order().handle()).isEqualTo(order.handle()));
        assertThat(gateway(guest()).find(key, Optional.empty()))
                .isInstanceOf(Lookup.CannotAsk.class);
    }

    @Test
    void aCartPlacedTwiceIsOneOrder() {
        OrderGateway gateway = gateway(context());
        Quoted quoted = quoted(gateway);
        IdempotencyKey key = newKey();
        int before = shop.admin().orders().count();
        UpstreamOrder first = placed(gateway.place(request(quoted), key));
        UpstreamOrder second = placed(gateway.place(request(quoted), key));
        assertThat(second.handle()).isEqualTo(first.handle());
        assertThat(shop.admin().orders().count()).isEqualTo(before + 1);
    }

    @Test
    void anAttemptThatWentThroughInTheLastMomentIsTheOneOrder() {
        LoopbackContext context = context();
        OrderGateway gateway = gateway(context);
        Quoted quoted = quoted(gateway);
        IdempotencyKey key = newKey();
        int before = shop.admin().orders().count();
        context.beforeNextOrder(() -> gateway(context()).place(request(quoted), key));
        placed(gateway.place(request(quoted), key));
        assertThat(shop.admin().orders().count()).isEqualTo(before + 1);
    }

    @Test
    void whatSoldOutBetweenQuoteAndOrderIsRejected() {
        OrderGateway gateway = gateway(context());
        QuoteRequest request =
                new QuoteRequest(List.of(new OrderLine(fleeting.id(), 5)), Set.of(), RECIPIENT);
        Quoted quoted = (Quoted) gateway.quote(request);
        shop.admin().setStock(fleeting, 4);
        PlaceResult result =
                gateway.place(
                        new PlaceRequest(
                                request,
                                quoted.resumeToken(),
                                quoted.payable(),
                                PaymentMethod.CASH_ON_DELIVERY),
                        newKey());
        shop.admin().setStock(fleeting, 5);
        assertThat(result).isInstanceOf(PlaceResult.Rejected.class);
    }

    @Test
    void anOrderIsFollowedToTheDoorWithItsNumberAndItsRefund() {
        OrderGateway gateway = gateway(context());
        Quoted quoted = quoted(gateway);
        UpstreamOrder order = placed(gateway.place(request(quoted), newKey()));
        String id = order.handle().access().reveal();
        shop.admin().orders().capture(id);
        String fulfilment = shop.admin().orders().fulfil(id);
        assertThat(gateway.track(order.handle()).status()).isEqualTo(Status.ACCEPTED);

        shop.admin().orders().ship(id, fulfilment, "SF123", "https://track.example/SF123");
        UpstreamOrder shipped = gateway.track(order.handle());
        assertThat(shipped.status()).isEqualTo(Status.SHIPPED);
        assertThat(shipped.parcels())
                .singleElement()
                .satisfies(parcel -> {
                    assertThat(parcel.trackingNumber()).contains("SF123");
                    assertThat(parcel.page()).hasToString("Optional[https://track.example/SF123]");
                    assertThat(parcel.events())
                            .extracting(UpstreamOrder.Event::kind)
                            .containsExactly("packed", "shipped");
                });
        assertThat(gateway(guest()).track(order.handle()).parcels())
                .as("what a guest sees")
                .singleElement()
                .satisfies(parcel -> assertThat(parcel.trackingNumber()).isEmpty());

        shop.admin().orders().deliver(id, fulfilment);
        assertThat(gateway.track(order.handle()).status()).isEqualTo(Status.DELIVERED);

        shop.admin().orders().refund(id, decimal("5.5"));
        UpstreamOrder refunded = gateway.track(order.handle());
        assertThat(refunded.refunded()).isEqualTo(hkd(550));
        assertThat(refunded.charged()).isEqualTo(quoted.payable());
        assertThat(refunded.status()).isEqualTo(Status.DELIVERED);
    }

    @Test
    void aCancelledOrderIsCancelledAndWhatWasPaidIsBack() {
        OrderGateway gateway = gateway(context());
        Quoted quoted = quoted(gateway);
        UpstreamOrder order = placed(gateway.place(request(quoted), newKey()));
        String id = order.handle().access().reveal();
        shop.admin().orders().capture(id);
        shop.admin().orders().cancel(id);
        UpstreamOrder cancelled = gateway.track(order.handle());
        assertThat(cancelled.status()).isEqualTo(Status.CANCELLED);
        assertThat(cancelled.charged()).isEqualTo(quoted.payable());
        assertThat(cancelled.refunded()).isEqualTo(quoted.payable());
    }

    private Listing listing(Variant variant) {
        return pull().entries().stream()
                .filter(found -> found.upstreamId().equals(variant.id()))
                .findFirst()
                .orElseThrow();
    }

    private Availability availability(Variant variant) {
        return listing(variant).offers().getFirst().availability();
    }

    private Quoted quotedWith(String code) {
        return (Quoted)
                gateway(context()).quote(new QuoteRequest(goods(), Set.of(code), RECIPIENT));
    }

    private static NewVariant variant(String option, String price, String ean) {
        return new NewVariant(
                "shirt-" + option, option, decimal(price), OptionalInt.of(20), Map.of("ean", ean));
    }

    private static void promote(Map<String, ?> terms, Map<String, ?> method) {
        Map<String, Object> document = new HashMap<>(terms);
        document.put("type", "standard");
        document.put("status", "active");
        document.put("application_method", method);
        shop.admin().promotions().add(document);
    }

    private static BigDecimal decimal(String text) {
        return new BigDecimal(text);
    }

    private static Money hkd(long cents) {
        return Money.of(cents, "HKD");
    }
}
