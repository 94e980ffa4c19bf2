package com.truecart.connector.vendure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.truecart.model.Money;
import com.truecart.realshops.vendure.NewVariant;
import com.truecart.realshops.vendure.Promotion;
import com.truecart.realshops.vendure.PromotionAction;
import com.truecart.realshops.vendure.PromotionTerms;
import com.truecart.realshops.vendure.VendureOrders;
import com.truecart.spi.ConnectorProvider;
import com.truecart.spi.Health;
import com.truecart.spi.OrderGateway;
import com.truecart.spi.OrderLine;
import com.truecart.spi.PaymentMethod;
import com.truecart.spi.PlaceRequest;
import com.truecart.spi.PlaceResult;
import com.truecart.spi.QuoteRequest;
import com.truecart.spi.QuoteResult;
import com.truecart.spi.QuoteResult.Quoted;
import com.truecart.spi.Recipient;
import com.truecart.spi.UpstreamException;
import com.truecart.spi.UpstreamOrder;
import com.truecart.testkit.Fault;
import com.truecart.testkit.LoopbackContext;
import com.truecart.testkit.OrderContract;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a real Vendure. */
class VendureContractTest extends OrderContract {
    private static ShopUnderTest real;
    private LoopbackContext connection;

    @BeforeAll
    static void openShop() {
        real = ShopUnderTest.open();
    }

    @BeforeEach
    void comeAsACustomer() {
        connection = real.context();
    }

    @Override
    protected ConnectorProvider provider() {
        return new VendureProvider();
    }

    @Override
    protected LoopbackContext context() {
        return connection.patience(Duration.ofMinutes(1));
    }

    @Override
    protected int listings() {
        return real.listings();
    }

    @Override
    protected int promotions() {
        return 4;
    }

    @Override
    protected Map<String, Money> somePrices() {
        return Map.of(
                ShopUnderTest.id(real.mug), usd(1_000), ShopUnderTest.id(real.small), usd(1_900));
    }

    @Override
    protected List<OrderLine> goods() {
        return List.of(line(real.large.id(), 1), line(real.mug.id(), 2));
    }

    @Override
    protected Money payable() {
        // 20.00 + 2 x 10.00, sent for 5.00, which is the cheaper of two ways
        return usd(4_500);
    }

    @Override
    protected OrderLine soldOut() {
        return line(real.lamp.id(), 1);
    }

    @Override
    protected List<QuoteRequest> baskets() {
        return List.of(goodsRequest(), new QuoteRequest(goods(), Set.of("tenth"), RECIPIENT));
    }

    @Test
    void aCodeLowersTheQuoteAndWhatIsCharged() {
        OrderGateway gateway = gateway(context());
        QuoteRequest withCode = new QuoteRequest(goods(), Set.of("tenth"), RECIPIENT);
        Quoted quoted = (Quoted) gateway.quote(withCode);
        assertThat(quoted.refusedCodes()).isEmpty();
        assertThat(quoted.discounts())
                .containsExactly(new QuoteResult.Discount("A tenth off", usd(400)));
        assertThat(quoted.payable()).isEqualTo(usd(4_100));
        UpstreamOrder order = placed(gateway.place(agreed(withCode, quoted), newKey()));
        assertThat(order.charged()).isEqualTo(usd(4_100));
    }

    @Test
    void aPriceThatRisesAfterTheQuoteIsNotCharged() {
        OrderGateway gateway = gateway(context());
        Quoted quoted = quoted(gateway);
        real.shop.admin().shelves().price(real.mug.id(), 9_999);
        try {
            UpstreamOrder order = placed(gateway.place(request(quoted), newKey()));
            assertThat(order.charged()).isEqualTo(payable());
        } finally {
            real.shop.admin().shelves().price(real.mug.id(), 1_000);
        }
    }

    @Test
    void whatSellsOutAfterTheQuoteIsRejectedAndStandsInNobodysWay() {
        long last =
                real.shop
                        .admin()
                        .addVariants(
                                List.of(new NewVariant("last-one", 700, BigDecimal.TEN, List.of())))
                        .getFirst()
                        .id();
        real.shop.admin().shelves().stock(last, 1);
        try {
            OrderGateway gateway = gateway(context());
            QuoteRequest one = new QuoteRequest(List.of(line(last, 1)), Set.of(), RECIPIENT);
            Quoted first = (Quoted) gateway.quote(one);
            Quoted second = (Quoted) gateway.quote(one);
            placed(gateway.place(agreed(one, first), newKey()));
            assertThat(gateway.place(agreed(one, second), newKey()))
                    .isInstanceOfSatisfying(
                            PlaceResult.Rejected.class,
                            rejected -> assertThat(rejected.reason()).contains("stock"));
            placed(gateway.place(request(quoted(gateway)), newKey()));
        } finally {
            real.shop.admin().shelves().remove(last);
        }
    }

    @Test
    void aCodeUsedUpAfterTheQuoteIsRejectedWithTheNewTotal() {
        Promotion once =
                real.shop
                        .promotions()
                        .add(
                                PromotionTerms.withCode(
                                                "Once",
                                                "ONCE",
                                                new PromotionAction.OrderFixedDiscount(1_000))
                                        .atMost(1));
        try {
            OrderGateway gateway = gateway(context());
            QuoteRequest withCode = new QuoteRequest(goods(), Set.of("ONCE"), RECIPIENT);
            Quoted first = (Quoted) gateway.quote(withCode);
            Quoted second = (Quoted) gateway.quote(withCode);
            assertThat(placed(gateway.place(agreed(withCode, first), newKey())).charged())
                    .isEqualTo(usd(3_500));
            assertThat(gateway.place(agreed(withCode, second), newKey()))
                    .isInstanceOfSatisfying(
                            PlaceResult.Rejected.class,
                            rejected -> assertThat(rejected.newTotal()).contains(payable()));
        } finally {
            real.shop.promotions().remove(once);
        }
    }

    @Test
    void quotesStandSideBySideAndEachIsBoughtAsQuoted() {
        OrderGateway gateway = gateway(context());
        QuoteRequest other =
                new QuoteRequest(List.of(line(real.small.id(), 3)), Set.of(), RECIPIENT);
        Quoted mugs = quoted(gateway);
        Quoted shirts = (Quoted) gateway.quote(other);
        assertThat(placed(gateway.place(agreed(other, shirts), newKey())).charged())
                .isEqualTo(usd(3 * 1_900 + 500));
        assertThat(placed(gateway.place(request(mugs), newKey())).charged()).isEqualTo(payable());
    }

    @Test
    void anOrderLeftHalfWayHoldsUpTheNextForTwoMinutesOnly() {
        LoopbackContext now = context();
        OrderGateway gateway = gateway(now);
        Quoted left = quoted(gateway);
        Quoted next = quoted(gateway);
        now.breakNextOrder(Fault.NEVER_LEFT);
        assertThatThrownBy(() -> gateway.place(request(left), newKey()))
                .isInstanceOf(UpstreamException.Unavailable.class);
        assertThatThrownBy(() -> gateway.place(request(next), newKey()))
                .isInstanceOf(UpstreamException.Throttled.class);
        assertThatThrownBy(() ->
                        gateway(connection.at(inThreeMinutes()).patience(Duration.ofMinutes(1)))
                                .place(request(next), newKey()))
                .as("by our clock, which is not asked")
                .isInstanceOf(UpstreamException.Throttled.class);
        OrderGateway later =
                provider()
                        .open(new ShopClockContext(context(), inThreeMinutes()))
                        .orders()
                        .orElseThrow();
        assertThat(placed(later.place(request(next), newKey())).charged()).isEqualTo(payable());
        assertThat(later.place(request(left), newKey())).isInstanceOf(PlaceResult.Rejected.class);
    }

    @Test
    void whatTheShopKnowsNothingOfIsNamed() {
        QuoteRequest lost =
                new QuoteRequest(
                        List.of(line(real.mug.id(), 1), new OrderLine("999999", 1)),
                        Set.of(),
                        RECIPIENT);
        assertThat(gateway(context()).quote(lost))
                .isInstanceOfSatisfying(
                        QuoteResult.Unavailable.class,
                        answer ->
                                assertThat(answer.problems())
                                        .singleElement()
                                        .satisfies(problem ->
                                                assertThat(problem.upstreamId())
                                                        .contains("999999")));
    }

    @Test
    void aCountryTheShopDoesNotSendToIsSaid() {
        Recipient far =
                new Recipient("A", "B", "a@example.com", "", "1 Road", "Town", "", "", "NZ");
        assertThat(gateway(context()).quote(new QuoteRequest(goods(), Set.of(), far)))
                .isInstanceOfSatisfying(
                        QuoteResult.Unavailable.class,
                        answer -> assertThat(answer.problems().getFirst().reason()).contains("NZ"));
    }

    @Test
    void anOrderIsFollowedToTheDoorAndSoIsTheMoneyThatComesBack() {
        OrderGateway gateway = gateway(context());
        UpstreamOrder order = placed(gateway.place(request(quoted(gateway)), newKey()));
        String code = order.handle().upstreamOrderId();
        VendureOrders office = real.shop.admin().orders();

        office.settle(code);
        assertThat(gateway.track(order.handle()).status()).isEqualTo(UpstreamOrder.Status.ACCEPTED);
        office.ship(code, "DHL", "TRK-1");
        UpstreamOrder shipped = gateway.track(order.handle());
        assertThat(shipped.status()).isEqualTo(UpstreamOrder.Status.SHIPPED);
        assertThat(shipped.parcels())
                .singleElement()
                .satisfies(parcel -> {
                    assertThat(parcel.carrier()).contains("DHL");
                    assertThat(parcel.trackingNumber()).contains("TRK-1");
                });
        office.deliver(code);
        assertThat(gateway.track(order.handle()).status())
                .isEqualTo(UpstreamOrder.Status.DELIVERED);
        assertThat(gateway.track(order.handle()).refunded()).isEqualTo(usd(0));
        office.refund(code, 1_500);
        UpstreamOrder refunded = gateway.track(order.handle());
        assertThat(refunded.refunded()).isEqualTo(usd(1_500));
        assertThat(refunded.charged()).isEqualTo(payable());
    }

    @Test
    void anOrderTheShopCancelsIsCancelled() {
        OrderGateway gateway = gateway(context());
        UpstreamOrder order = placed(gateway.place(request(quoted(gateway)), newKey()));
        real.shop.admin().orders().cancel(order.handle().upstreamOrderId());
        UpstreamOrder cancelled = gateway.track(order.handle());
        assertThat(cancelled.status()).isEqualTo(UpstreamOrder.Status.CANCELLED);
        assertThat(cancelled.charged()).isEqualTo(payable());
    }

    @Test
    void aConnectionWithoutACustomerQuotesAndSaysThatItCannotOrder() {
        OrderGateway gateway = gateway(real.bare());
        assertThat(gateway.terms().paymentMethods()).isEmpty();
        Quoted quoted = quoted(gateway);
        assertThat(quoted.payable()).isEqualTo(payable());
        assertThatThrownBy(() -> gateway.place(request(quoted), newKey()))
                .isInstanceOf(UpstreamException.Misconfigured.class);
    }

    @Test
    void aWrongPasswordAndAWrongKeyAreDownAndSaidSo() {
        assertThat(open(connection.and(VendureProvider.CUSTOMER_PASSWORD, "guess")).check())
                .isInstanceOfSatisfying(
                        Health.Down.class,
                        down -> assertThat(down.problem()).contains("customer_password"));
        assertThat(open(connection.and(VendureProvider.ADMIN_KEY, "1:guess")).check())
                .isInstanceOf(Health.Down.class);
    }

    private static Instant inThreeMinutes() {
        return Clock.systemUTC().instant().plus(Duration.ofMinutes(3));
    }

    private static PlaceRequest agreed(QuoteRequest request, Quoted quoted) {
        return new PlaceRequest(
                request, quoted.resumeToken(), quoted.payable(), PaymentMethod.CASH_ON_DELIVERY);
    }

    private static OrderLine line(long variantId, int quantity) {
        return new OrderLine(Long.toString(variantId), quantity);
    }

    private static Money usd(long cents) {
        return Money.of(cents, "USD");
    }
}
