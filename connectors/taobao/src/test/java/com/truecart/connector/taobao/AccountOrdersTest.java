package com.truecart.connector.taobao;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.truecart.model.Money;
import com.truecart.sandbox.gateway.Account;
import com.truecart.sandbox.gateway.Assortment;
import com.truecart.sandbox.gateway.GatewayHost;
import com.truecart.sandbox.gateway.Goods;
import com.truecart.sandbox.gateway.Purchases.Purchase;
import com.truecart.sandbox.gateway.TaobaoPlatform;
import com.truecart.spi.Connector;
import com.truecart.spi.Cursor;
import com.truecart.spi.HandedOrder;
import com.truecart.spi.HandedOrder.Status;
import com.truecart.spi.Page;
import com.truecart.spi.UpstreamException;
import com.truecart.testkit.Fault;
import com.truecart.testkit.LoopbackContext;
import com.truecart.testkit.ReadOrders;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Orders of the affiliate account, from a stand-in that keeps Taobao's windows and pages. */
class AccountOrdersTest {
    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");
    private static final Instant BEFORE = NOW.minus(Duration.ofHours(2));
    private static final Account ACCOUNT = new Account("tb-app", "tb-secret");
    private static final Assortment ASSORTMENT = Assortment.ofTheWorld();
    private static final Goods TEA = ASSORTMENT.found("食品").getFirst();

    private GatewayHost<TaobaoPlatform> gateway;

    @BeforeEach
    void open() {
        gateway =
                new GatewayHost<>(
                        "taobao",
                        new TaobaoPlatform(ASSORTMENT, ACCOUNT, Clock.fixed(NOW, ZoneOffset.UTC)));
    }

    @AfterEach
    void close() {
        gateway.close();
    }

    private LoopbackContext context() {
        return LoopbackContext.with(
                        Map.of(
                                "app_key",
                                ACCOUNT.appKey(),
                                "app_secret",
                                ACCOUNT.secret(),
                                "pid",
                                "mm_111_222_333",
                                "queries",
                                "食品",
                                "material_id",
                                "80309",
                                "gateway",
                                gateway.base() + "/router/rest"))
                .at(NOW);
    }

    @Test
    void anOrderNamesTheListingAndNoVisit() {
        bought(new Purchase(1, TEA, 2, 99_50, "", 12, BEFORE, BEFORE));
        assertThat(read(context(), BEFORE).orders())
                .containsExactly(
                        new HandedOrder(
                                "1",
                                "1",
                                Optional.of(gateway.platform().keyOf(TEA)),
                                2,
                                Optional.of(Money.of(99_50, "CNY")),
                                Optional.empty(),
                                Status.PAID,
                                "tk_status 12",
                                BEFORE,
                                BEFORE));
    }

    @ParameterizedTest
    @CsvSource({"12, PAID", "13, INVALID", "14, COMPLETED", "3, SETTLED", "99, UNRECOGNISED"})
    void statusesAreTranslatedAndUnknownOnesNamed(int code, Status status) {
        bought(order(1, code));
        assertThat(read(context(), BEFORE).orders())
                .extracting(HandedOrder::status, HandedOrder::statusText)
                .containsExactly(tuple(status, "tk_status " + code));
    }

    @Test
    void everyPageIsAskedForWhereTheOneBeforeEnded() {
        LongStream.rangeClosed(1, 250).forEach(number -> bought(order(number, 12)));
        LoopbackContext context = context();
        assertThat(read(context, BEFORE).orders())
                .extracting(HandedOrder::orderId)
                .doesNotHaveDuplicates()
                .hasSize(250);
        assertThat(context.calls()).hasSize(3);
        assertThat(context.calls().getLast().body().orElseThrow())
                .contains("position_index=p3%7C0", "jump_type=1");
    }

    @Test
    void threeHoursAtATimeUpToNow() {
        Instant morning = NOW.minus(Duration.ofHours(9)).plusSeconds(1);
        bought(new Purchase(1, TEA, 1, 1, "", 12, morning, morning));
        bought(order(2, 12));
        LoopbackContext context = context();
        assertThat(read(context, morning).orders()).hasSize(2);
        assertThat(context.calls()).hasSize(3);
    }

    @Test
    void aPageWhoseAnswerIsLostIsReadAgainFromTheSameCursor() {
        LongStream.rangeClosed(1, 150).forEach(number -> bought(order(number, 12)));
        LoopbackContext context = context();
        context.breakAfter(1, Fault.LOST_ANSWER);
        try (Connector connector = open(context)) {
            var orders = connector.handedOrders().orElseThrow();
            Cursor second = ((Page.More) orders.page(orders.from(BEFORE)).next()).at();
            assertThatThrownBy(() -> orders.page(second)).isInstanceOf(UpstreamException.class);
            assertThat(ReadOrders.from(orders, second).orders()).hasSize(50);
        }
    }

    @Test
    void failuresSayWhoMustAct() {
        LoopbackContext context = context();
        context.breakNext(Fault.THROTTLED);
        assertThatThrownBy(() -> read(context, BEFORE))
                .isInstanceOf(UpstreamException.Throttled.class);
        assertThatThrownBy(() -> read(context().and("app_secret", "wrong").at(NOW), BEFORE))
                .isInstanceOf(UpstreamException.Misconfigured.class);
    }

    private static Purchase order(long number, int status) {
        return new Purchase(number, TEA, 1, 10_00, "", status, BEFORE, BEFORE);
    }

    private void bought(Purchase purchase) {
        gateway.platform().purchases().put(purchase);
    }

    private static Connector open(LoopbackContext context) {
        return new TaobaoProvider().open(context);
    }

    private static ReadOrders read(LoopbackContext context, Instant start) {
        try (Connector connector = open(context)) {
            var orders = connector.handedOrders().orElseThrow();
            return ReadOrders.from(orders, orders.from(start));
        }
    }
}
