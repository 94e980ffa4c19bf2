package com.truecart.connector.jd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.truecart.model.Money;
import com.truecart.sandbox.gateway.Account;
import com.truecart.sandbox.gateway.Assortment;
import com.truecart.sandbox.gateway.GatewayHost;
import com.truecart.sandbox.gateway.Goods;
import com.truecart.sandbox.gateway.JdPlatform;
import com.truecart.sandbox.gateway.Purchases.Purchase;
import com.truecart.spi.Connector;
import com.truecart.spi.Cursor;
import com.truecart.spi.HandOffReference;
import com.truecart.spi.HandedOrder;
import com.truecart.spi.HandedOrder.Status;
import com.truecart.spi.OrderLine;
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
import org.junit.jupiter.params.provider.ValueSource;

/** Orders of the affiliate account, from a stand-in that keeps JD's windows and pages. */
class AccountOrdersTest {
    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");
    private static final Instant BEFORE = NOW.minus(Duration.ofMinutes(50));
    private static final Account ACCOUNT = new Account("jd-app", "jd-secret");
    private static final Assortment ASSORTMENT = Assortment.ofTheWorld();
    private static final Goods DRINK =
            ASSORTMENT.found("飲品").stream()
                    .filter(one -> one.price() > 0)
                    .findFirst()
                    .orElseThrow();
    private static final HandOffReference OURS = new HandOffReference("7k2m9qx4tb8w3rnd");

    private GatewayHost<JdPlatform> gateway;

    @BeforeEach
    void open() {
        gateway =
                new GatewayHost<>(
                        "jd",
                        new JdPlatform(
                                ASSORTMENT, ACCOUNT, true, Clock.fixed(NOW, ZoneOffset.UTC)));
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
                                "site_id",
                                "4000123",
                                "queries",
                                "飲品",
                                "scene",
                                "2",
                                "gateway",
                                gateway.base() + "/routerjson"))
                .at(NOW);
    }

    @Test
    void whatALinkIsNamedComesBackWithTheOrder() {
        linkTo(context());
        String name = gateway.platform().lastName();
        assertThat(name).isEqualTo(OURS.value());

        bought(new Purchase(1, DRINK, 2, 25_80, name, 16, BEFORE, BEFORE));

        assertThat(read(context(), BEFORE).orders())
                .containsExactly(
                        new HandedOrder(
                                "81",
                                "1",
                                Optional.of(gateway.platform().keyOf(DRINK)),
                                2,
                                Optional.of(Money.of(25_80, "CNY")),
                                Optional.of(OURS),
                                Status.PAID,
                                "validCode 16",
                                BEFORE,
                                BEFORE));
    }

    @Test
    void anAccountThatMayNotNameItsLinksStillHasThem() {
        gateway.platform().takesNames(false);
        LoopbackContext context = context();
        linkTo(context);
        assertThat(gateway.platform().lastName()).isEmpty();
        assertThat(gateway.platform().links()).hasSize(1);
        assertThat(context.calls()).hasSize(3);
    }

    @Test
    void withoutThePermissionForNumbersTheKeyIsTheTailOfTheItemId() {
        bought(order(1, 16, BEFORE));
        assertThat(read(context().and("scene", "1").at(NOW), BEFORE).orders())
                .extracting(HandedOrder::listing)
                .allSatisfy(listing -> assertThat(listing).isPresent())
                .doesNotContain(Optional.of(gateway.platform().keyOf(DRINK)));
    }

    @ParameterizedTest
    @CsvSource({
        "2, INVALID",
        "14, INVALID",
        "15, CREATED",
        "16, PAID",
        "17, COMPLETED",
        "18, SETTLED",
        "-1, UNRECOGNISED",
        "31, UNRECOGNISED"
    })
    void codesAreTranslatedAndUnknownOnesNamed(int code, Status status) {
        bought(order(1, code, BEFORE));
        assertThat(read(context(), BEFORE).orders())
                .extracting(HandedOrder::status, HandedOrder::statusText)
                .containsExactly(tuple(status, "validCode " + code));
    }

    @Test
    void hoursAreReadAnHourAtATime() {
        Instant morning = NOW.minus(Duration.ofHours(4)).plusSeconds(1);
        bought(order(1, 16, morning));
        bought(order(2, 16, BEFORE));
        LoopbackContext context = context();
        assertThat(read(context, morning).orders()).hasSize(2);
        assertThat(context.calls()).hasSize(4);
    }

    @Test
    void aFullHourIsReadInHalvesSoThatNothingIsMissedBetweenTwoPages() {
        LongStream.rangeClosed(1, 1_200)
                .forEach(number -> bought(order(number, 16, BEFORE.plusSeconds(number * 2))));
        gateway.platform()
                .purchases()
                .afterNextPage(() -> bought(order(1, 16, BEFORE).now(17, NOW)));
        assertThat(read(context(), BEFORE).orders())
                .extracting(HandedOrder::orderId)
                .contains(
                        LongStream.rangeClosed(1, 1_200)
                                .mapToObj(Long::toString)
                                .toArray(String[]::new));
    }

    @Test
    void whatCannotBeHalvedIsReadPageByPage() {
        LongStream.rangeClosed(1, 1_200).forEach(number -> bought(order(number, 16, BEFORE)));
        assertThat(read(context(), BEFORE).orders())
                .extracting(HandedOrder::orderId)
                .contains(
                        LongStream.rangeClosed(1, 1_200)
                                .mapToObj(Long::toString)
                                .toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void aPageWhoseAnswerIsLostIsReadAgain(int healthy) {
        bought(order(1, 16, BEFORE.plusSeconds(60)));
        bought(order(2, 16, BEFORE.minus(Duration.ofHours(1))));
        LoopbackContext context = context();
        context.breakAfter(healthy, Fault.LOST_ANSWER);
        Instant start = BEFORE.minus(Duration.ofHours(1));
        assertThatThrownBy(() -> read(context, start)).isInstanceOf(UpstreamException.class);
        assertThat(read(context, start).orders()).hasSize(2);
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

    @Test
    void aReadingWithNothingNewEndsWhereItBegan() {
        Cursor watermark = read(context(), BEFORE).watermark();
        try (Connector connector = open(context())) {
            var orders = connector.handedOrders().orElseThrow();
            assertThat(ReadOrders.from(orders, watermark).watermark()).isEqualTo(watermark);
            assertThat(ReadOrders.from(orders, orders.from(NOW)).orders()).isEmpty();
        }
    }

    private static Purchase order(long number, int code, Instant at) {
        return new Purchase(number, DRINK, 1, 12_90, "", code, at, at);
    }

    private void bought(Purchase purchase) {
        gateway.platform().purchases().put(purchase);
    }

    private void linkTo(LoopbackContext context) {
        try (Connector connector = open(context)) {
            connector
                    .handOff()
                    .orElseThrow()
                    .linkTo(new OrderLine(gateway.platform().keyOf(DRINK), 1), OURS);
        }
    }

    private static Connector open(LoopbackContext context) {
        return new JdProvider().open(context);
    }

    private static ReadOrders read(LoopbackContext context, Instant start) {
        try (Connector connector = open(context)) {
            var orders = connector.handedOrders().orElseThrow();
            return ReadOrders.from(orders, orders.from(start));
        }
    }
}
