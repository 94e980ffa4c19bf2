package com.truecart.connector.alibaba1688;

import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.model.Money;
import com.truecart.sandbox.gateway.Account;
import com.truecart.sandbox.gateway.Alibaba1688Platform;
import com.truecart.sandbox.gateway.Assortment;
import com.truecart.sandbox.gateway.GatewayHost;
import com.truecart.sandbox.gateway.WholesaleOffers;
import com.truecart.sandbox.gateway.WholesaleOffers.Sale;
import com.truecart.sandbox.gateway.WholesaleOrders;
import com.truecart.spi.IdempotencyKey;
import com.truecart.spi.Lookup;
import com.truecart.spi.OrderGateway;
import com.truecart.spi.OrderLine;
import com.truecart.spi.PaymentMethod;
import com.truecart.spi.PlaceRequest;
import com.truecart.spi.PlaceResult;
import com.truecart.spi.QuoteRequest;
import com.truecart.spi.QuoteResult.Quoted;
import com.truecart.spi.Recipient;
import com.truecart.spi.UpstreamOrder;
import com.truecart.spi.UpstreamOrder.Status;
import com.truecart.testkit.LoopbackContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of an order in the peculiar ways of 1688. */
class OrdersTest {
    private static final Recipient RECIPIENT =
            new Recipient(
                    "三",
                    "张",
                    "zhang@example.com",
                    "+8615255550123",
                    "滨江区网商路699号",
                    "杭州市",
                    "浙江省",
                    "310000",
                    "CN");

    private GatewayHost<Alibaba1688Platform> host;
    private Sale first;
    private Sale second;

    @BeforeEach
    void open() {
        host =
                new GatewayHost<>(
                        "1688",
                        new Alibaba1688Platform(
                                Assortment.ofTheWorld(),
                                new Account("1000000", "test123"),
                                "token",
                                Clock.systemUTC()));
        List<Sale> cheap =
                offers().found("零食").stream()
                        .filter(sale -> sale.goods().shopId().equals("7001"))
                        .filter(sale -> offers().least(sale.goods()) == 1)
                        .toList();
        first = cheap.get(0);
        second = cheap.get(1);
    }

    @AfterEach
    void close() {
        host.close();
    }

    @Test
    void aPriceRaisedAfterTheQuoteIsRejectedWithTheNewTotal() {
        OrderGateway gateway = gateway(context());
        Quoted quoted = quoted(gateway);
        int before = orders().all().size();
        offers().setPrice(first.goods(), first.goods().price() + 50);
        assertThat(gateway.place(request(quoted), newKey()))
                .isInstanceOfSatisfying(
                        PlaceResult.Rejected.class,
                        rejected ->
                                assertThat(rejected.newTotal())
                                        .contains(quoted.payable().plus(cny(50))));
        assertThat(orders().all()).hasSize(before);
    }

    @Test
    void aPriceRaisedInTheLastMomentIsChargedAndSaid() {
        LoopbackContext context = context();
        OrderGateway gateway = gateway(context);
        Quoted quoted = quoted(gateway);
        context.beforeNextOrder(() -> offers().setPrice(first.goods(), first.goods().price() + 50));
        assertThat(placed(gateway.place(request(quoted), newKey())).charged())
                .isEqualTo(quoted.payable().plus(cny(50)));
    }

    @Test
    void ourKeyIsTheOrdersReferenceAndIsBoughtUnderOnce() {
        OrderGateway gateway = gateway(context());
        Quoted quoted = quoted(gateway);
        IdempotencyKey key = newKey();
        int before = orders().all().size();
        placed(gateway.place(request(quoted), key));
        placed(gateway.place(request(quoted), key));
        assertThat(orders().all()).hasSize(before + 1);
        assertThat(orders().all().getLast().outOrderId()).isEqualTo(key.value());
    }

    @Test
    void twoOrdersUnderOneReferenceAreForAPerson() {
        OrderGateway gateway = gateway(context());
        Quoted quoted = quoted(gateway);
        IdempotencyKey key = newKey();
        LoopbackContext racing = context();
        racing.beforeNextOrder(() -> placed(gateway.place(request(quoted), key)));
        gateway(racing).place(request(quoted), key);
        assertThat(gateway.find(key, Optional.empty())).isInstanceOf(Lookup.CannotAsk.class);
    }

    @Test
    void whatSoldOutInTheLastMomentIsSurelyNotPlaced() {
        LoopbackContext context = context();
        OrderGateway gateway = gateway(context);
        Quoted quoted = quoted(gateway);
        int before = orders().all().size();
        context.beforeNextOrder(() -> offers().setStock(first.key(), 0));
        assertThat(gateway.place(request(quoted), newKey()))
                .isInstanceOf(PlaceResult.Rejected.class);
        assertThat(orders().all()).hasSize(before);
    }

    @Test
    void aNoThatWeDoNotKnowIsInDoubtThoughTheListShowsNothing() {
        LoopbackContext context = context();
        OrderGateway gateway = gateway(context);
        Quoted quoted = quoted(gateway);
        context.beforeNextOrder(() -> offers().setStock(first.key(), 0));
        context.saying("SYSTEM_ERROR", "500_004");
        assertThat(gateway.place(request(quoted), newKey()))
                .isInstanceOfSatisfying(
                        PlaceResult.InDoubt.class,
                        doubt -> assertThat(doubt.why()).contains("SYSTEM_ERROR"));
    }

    @Test
    void cashIsNoWayToPayAt1688() {
        LoopbackContext context = context();
        Quoted quoted = quoted(gateway(context()));
        PlaceRequest cash =
                new PlaceRequest(
                        goodsRequest(),
                        quoted.resumeToken(),
                        quoted.payable(),
                        PaymentMethod.CASH_ON_DELIVERY);
        assertThat(gateway(context).place(cash, newKey())).isInstanceOf(PlaceResult.Rejected.class);
        assertThat(context.calls()).isEmpty();
    }

    @Test
    void anOrderIsFollowedToTheDoorWithItsParcel() {
        OrderGateway gateway = gateway(context());
        UpstreamOrder order = placed(gateway.place(request(quoted(gateway)), newKey()));
        String id = order.handle().upstreamOrderId();
        assertThat(order.parcels()).isEmpty();

        orders().set(id, "waitbuyerreceive");
        UpstreamOrder shipped = gateway.track(order.handle());
        assertThat(shipped.status()).isEqualTo(Status.SHIPPED);
        assertThat(shipped.parcels())
                .singleElement()
                .satisfies(parcel -> {
                    assertThat(parcel.carrier()).contains("圆通速递");
                    assertThat(parcel.trackingNumber()).contains("YT" + id);
                    assertThat(parcel.events())
                            .extracting(UpstreamOrder.Event::at)
                            .containsExactly(
                                    Instant.parse("2026-11-26T12:15:00Z"),
                                    Instant.parse("2026-11-26T13:40:00Z"));
                });

        orders().set(id, "success");
        assertThat(gateway.track(order.handle()).status()).isEqualTo(Status.DELIVERED);
    }

    @Test
    void aStatusNobodyKnowsIsNeitherSuccessNorFailure() {
        OrderGateway gateway = gateway(context());
        UpstreamOrder order = placed(gateway.place(request(quoted(gateway)), newKey()));
        orders().set(order.handle().upstreamOrderId(), "waitlogisticstakein");
        UpstreamOrder followed = gateway.track(order.handle());
        assertThat(followed.status()).isEqualTo(Status.UNRECOGNISED);
        assertThat(followed.statusText()).isEqualTo("waitlogisticstakein");
    }

    @Test
    void aCancelledOrderAndWhatWasGivenBackAreSeen() {
        OrderGateway gateway = gateway(context());
        UpstreamOrder order = placed(gateway.place(request(quoted(gateway)), newKey()));
        orders().set(order.handle().upstreamOrderId(), "cancel");
        orders().refund(order.handle().upstreamOrderId(), 500);
        UpstreamOrder followed = gateway.track(order.handle());
        assertThat(followed.status()).isEqualTo(Status.CANCELLED);
        assertThat(followed.refunded()).isEqualTo(cny(500));
        assertThat(followed.charged()).isEqualTo(order.charged());
    }

    private WholesaleOffers offers() {
        return host.platform().offers();
    }

    private WholesaleOrders orders() {
        return host.platform().orders();
    }

    private LoopbackContext context() {
        return LoopbackContext.with(
                Map.of(
                        "app_key", "1000000",
                        "app_secret", "test123",
                        "access_token", "token",
                        "queries", "零食",
                        "gateway", host.base().toString()));
    }

    private static OrderGateway gateway(LoopbackContext context) {
        return new Alibaba1688Provider().open(context).orders().orElseThrow();
    }

    private QuoteRequest goodsRequest() {
        return new QuoteRequest(
                List.of(new OrderLine(second.key(), 2), new OrderLine(first.key(), 1)),
                Set.of(),
                RECIPIENT);
    }

    private Quoted quoted(OrderGateway gateway) {
        return (Quoted) gateway.quote(goodsRequest());
    }

    private PlaceRequest request(Quoted quoted) {
        return new PlaceRequest(
                goodsRequest(),
                quoted.resumeToken(),
                quoted.payable(),
                PaymentMethod.BUYING_ACCOUNT);
    }

    private static UpstreamOrder placed(PlaceResult result) {
        assertThat(result).isInstanceOf(PlaceResult.Placed.class);
        return ((PlaceResult.Placed) result).order();
    }

    private static IdempotencyKey newKey() {
        return new IdempotencyKey(UUID.randomUUID().toString());
    }

    private static Money cny(long fen) {
        return Money.of(fen, "CNY");
    }
}
