package com.truecart.connector.pinduoduo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.truecart.model.Money;
import com.truecart.sandbox.gateway.Account;
import com.truecart.sandbox.gateway.Assortment;
import com.truecart.sandbox.gateway.GatewayHost;
import com.truecart.sandbox.gateway.Goods;
import com.truecart.sandbox.gateway.PinduoduoPlatform;
import com.truecart.sandbox.gateway.Purchases.Purchase;
import com.truecart.spi.Connector;
import com.truecart.spi.Cursor;
import com.truecart.spi.HandOffReference;
import com.truecart.spi.HandedOrder;
import com.truecart.spi.HandedOrder.Status;
import com.truecart.spi.OrderLine;
import com.truecart.spi.Page;
import com.truecart.spi.Pull;
import com.truecart.spi.UpstreamException;
import com.truecart.testkit.Fault;
import com.truecart.testkit.LoopbackContext;
import com.truecart.testkit.ReadOrders;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Orders of the affiliate account, from a stand-in that keeps Pinduoduo's windows and pages. */
class AccountOrdersTest {
    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");
    private static final Instant YESTERDAY = NOW.minus(Duration.ofHours(20));
    private static final Account ACCOUNT = new Account("pdd-client", "pdd-secret");
    private static final Assortment ASSORTMENT = Assortment.ofTheWorld();
    private static final Goods TEA = ASSORTMENT.found("食品").getFirst();
    private static final HandOffReference OURS = new HandOffReference("7k2m9qx4tb8w3rnd");

    private GatewayHost<PinduoduoPlatform> gateway;

    @BeforeEach
    void open() {
        gateway =
                new GatewayHost<>(
                        "pinduoduo",
                        new PinduoduoPlatform(
                                ASSORTMENT, ACCOUNT, Clock.fixed(NOW, ZoneOffset.UTC)));
    }

    @AfterEach
    void close() {
        gateway.close();
    }

    private LoopbackContext context() {
        return LoopbackContext.with(
                        Map.of(
                                "client_id",
                                ACCOUNT.appKey(),
                                "client_secret",
                                ACCOUNT.secret(),
                                "pid",
                                "1_2",
                                "uid",
                                "user-7",
                                "queries",
                                "食品",
                                "gateway",
                                gateway.base() + "/api/router"))
                .at(NOW);
    }

    @Test
    void whatALinkCarriesComesBackWithTheOrder() {
        try (Connector connector = open(context())) {
            connector.catalog().page(new Pull.Everything());
            connector
                    .handOff()
                    .orElseThrow()
                    .linkTo(new OrderLine(gateway.platform().signOf(TEA, "食品"), 2), OURS);
        }
        String carried = gateway.platform().lastCustom();
        assertThat(carried).isEqualTo("{\"sid\":\"7k2m9qx4tb8w3rnd\",\"uid\":\"user-7\"}");

        bought(new Purchase(1, TEA, 2, 49_90, carried, 1, YESTERDAY, YESTERDAY));

        assertThat(read(context(), YESTERDAY).orders())
                .containsExactly(
                        new HandedOrder(
                                "261126-1",
                                "261126-1",
                                Optional.of(
                                        gateway.platform().signOf(TEA, TEA.category().getFirst())),
                                2,
                                Optional.of(Money.of(49_90, "CNY")),
                                Optional.of(OURS),
                                Status.PAID,
                                "已成团",
                                YESTERDAY,
                                YESTERDAY));
    }

    @ParameterizedTest
    @CsvSource({
        "0, PAID",
        "2, COMPLETED",
        "3, COMPLETED",
        "4, INVALID",
        "5, SETTLED",
        "10, INVALID"
    })
    void statusesAreTranslated(int code, Status status) {
        bought(order(1, code));
        assertThat(read(context(), YESTERDAY).orders())
                .extracting(HandedOrder::status)
                .containsExactly(status);
    }

    @Test
    void aStatusNobodyKnowsIsNamedAndIsNoSuccess() {
        bought(order(1, 77));
        assertThat(read(context(), YESTERDAY).orders())
                .extracting(HandedOrder::status, HandedOrder::statusText)
                .containsExactly(tuple(Status.UNRECOGNISED, "新状态"));
    }

    @Test
    void whatOthersWriteIntoTheirLinksIsNoReferenceOfOurs() {
        bought(new Purchase(1, TEA, 1, 1, "not json", 0, YESTERDAY, YESTERDAY));
        bought(new Purchase(2, TEA, 1, 1, "{\"sid\":\"A-1\"}", 0, YESTERDAY, YESTERDAY));
        assertThat(read(context(), YESTERDAY).orders())
                .hasSize(2)
                .allMatch(order -> order.reference().isEmpty());
    }

    @Test
    void nothingIsMissedWhenAnOrderChangesBetweenTwoPages() {
        LongStream.rangeClosed(1, 130).forEach(number -> bought(order(number, 0)));
        // the first of them is settled after the counting, so all behind it move up
        gateway.platform().purchases().afterNextPage(() -> bought(order(1, 0).now(5, NOW)));
        assertThat(read(context(), YESTERDAY).orders())
                .extracting(HandedOrder::orderId)
                .contains(
                        LongStream.rangeClosed(1, 130)
                                .mapToObj(number -> "261126-" + number)
                                .toArray(String[]::new));
    }

    @Test
    void daysAreReadADayAtATimeUpToNow() {
        Instant longAgo = NOW.minus(Duration.ofDays(3)).plusSeconds(1);
        bought(new Purchase(1, TEA, 1, 1, "", 0, longAgo, longAgo));
        bought(order(2, 0));
        LoopbackContext context = context();
        ReadOrders read = read(context, longAgo);
        assertThat(read.orders()).hasSize(2);
        assertThat(context.calls()).hasSize(3);
    }

    @Test
    void theNextReadingBeginsALittleBeforeTheEndOfThisOne() {
        Cursor watermark = read(context(), YESTERDAY).watermark();
        bought(new Purchase(1, TEA, 1, 1, "", 0, YESTERDAY, NOW.minusSeconds(599)));
        bought(new Purchase(2, TEA, 1, 1, "", 0, YESTERDAY, NOW.minusSeconds(601)));
        assertThat(read(context(), watermark).orders())
                .extracting(HandedOrder::orderId)
                .containsExactly("261126-1");
    }

    @Test
    void aPageWhoseAnswerIsLostIsReadAgainFromTheSameCursor() {
        LongStream.rangeClosed(1, 60).forEach(number -> bought(order(number, 0)));
        LoopbackContext context = context();
        context.breakAfter(1, Fault.LOST_ANSWER);
        try (Connector connector = open(context)) {
            var orders = connector.handedOrders().orElseThrow();
            Page<HandedOrder> first = orders.page(orders.from(YESTERDAY));
            Cursor second = ((Page.More) first.next()).at();
            assertThatThrownBy(() -> orders.page(second)).isInstanceOf(UpstreamException.class);
            assertThat(ReadOrders.from(orders, second).orders())
                    .extracting(HandedOrder::orderId)
                    .doesNotHaveDuplicates()
                    .hasSize(60);
        }
    }

    @Test
    void whoAsksTooOftenIsToldSo() {
        LoopbackContext context = context();
        context.breakNext(Fault.THROTTLED);
        assertThatThrownBy(() -> read(context, YESTERDAY))
                .isInstanceOf(UpstreamException.Throttled.class);
        assertThatThrownBy(() -> read(context().and("client_secret", "x").at(NOW), YESTERDAY))
                .isInstanceOf(UpstreamException.Misconfigured.class);
    }

    @Test
    void oneBadRowIsPassedOver() {
        bought(new Purchase(1, TEA, 0, 1, "", 0, YESTERDAY, YESTERDAY));
        bought(order(2, 0));
        ReadOrders read = read(context(), YESTERDAY);
        assertThat(read.orders()).extracting(HandedOrder::orderId).containsExactly("261126-2");
        assertThat(read.skipped()).extracting(Page.Skipped::field).containsExactly("quantity");
    }

    @Test
    void aCursorOfSomebodyElseIsRefused() {
        for (String token : List.of("", "a b c", YESTERDAY + " " + NOW + " x")) {
            assertThatThrownBy(() -> read(context(), new Cursor(token)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static Purchase order(long number, int status) {
        return new Purchase(number, TEA, 1, 10_00, "", status, YESTERDAY, YESTERDAY);
    }

    private void bought(Purchase purchase) {
        gateway.platform().purchases().put(purchase);
    }

    private static Connector open(LoopbackContext context) {
        return new PinduoduoProvider().open(context);
    }

    private static ReadOrders read(LoopbackContext context, Instant start) {
        try (Connector connector = open(context)) {
            var orders = connector.handedOrders().orElseThrow();
            return ReadOrders.from(orders, orders.from(start));
        }
    }

    private static ReadOrders read(LoopbackContext context, Cursor at) {
        try (Connector connector = open(context)) {
            return ReadOrders.from(connector.handedOrders().orElseThrow(), at);
        }
    }
}
