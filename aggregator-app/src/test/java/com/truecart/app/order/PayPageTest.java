package com.truecart.app.order;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.app.TruecartApplication;
import com.truecart.app.payment.PaymentAccount;
import com.truecart.app.payment.PaymentAccountDesk;
import com.truecart.app.payment.Payments;
import com.truecart.app.payment.UnreliableProvider;
import com.truecart.app.testing.AppSettings;
import com.truecart.app.testing.Browsers;
import com.truecart.app.testing.Visitor;
import com.truecart.model.Localized;
import com.truecart.payment.PaymentKind;
import com.truecart.payment.PaymentProvider;
import com.truecart.payment.Standing.Reason;
import com.truecart.spi.ConnectorContext;
import com.truecart.spi.Setting;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What a shopper is shown and can do who pays Truecart. */
@SpringBootTest(
        classes = {TruecartApplication.class, PayPageTest.Providers.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"truecart.demo.enabled=false", "truecart.pipeline.scheduled=false"})
@AutoConfigureMockMvc
class PayPageTest {
    private static final UnreliableProvider CARDS =
            new UnreliableProvider(1, Clock.systemUTC(), 0, true);
    private static final UnreliableProvider WALLET =
            new UnreliableProvider(2, Clock.systemUTC(), 0, false);

    @Autowired private MockMvcTester pages;
    @Autowired private Orders orders;
    @Autowired private Payments payments;
    @Autowired private PaymentAccountDesk accounts;
    @Autowired private JdbcClient jdbc;
    @LocalServerPort private int port;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        AppSettings.fresh(registry, "paying");
    }

    /** The providers behind the accounts of this test. */
    @TestConfiguration
    static class Providers {
        @Bean
        PaymentKind cards() {
            return new Kind("test-cards", CARDS);
        }

        @Bean
        PaymentKind wallet() {
            return new Kind("test-wallet", WALLET);
        }
    }

    private record Kind(String kind, PaymentProvider provider) implements PaymentKind {
        @Override
        public String displayName() {
            return kind;
        }

        @Override
        public List<Setting> settings() {
            return List.of(Setting.required("key", "Key", Setting.Type.SECRET));
        }

        @Override
        public Set<Currency> currencies() {
            return Set.of();
        }

        @Override
        public PaymentProvider open(ConnectorContext context) {
            assertThat(context.requiredSecret("key").reveal()).isEqualTo("s3cret");
            return provider;
        }
    }

    @BeforeEach
    void openAccounts() {
        save("card", "test-cards", Localized.of("en", "a card").and("zh-Hans", "银行卡"));
        save("wallet", "test-wallet", Localized.of("en", "a wallet").and("zh-Hans", "钱包"));
    }

    private void save(String id, String kind, Localized name) {
        accounts.save(new PaymentAccount(id, kind, name, Map.of(), true), Map.of("key", "s3cret"));
    }

    @Test
    void anOrderThatHasToBePaidSaysHowMuchToWhomAndHow() {
        OrderId order = order();

        assertThat(visitor().page("/orders/" + order, "en"))
                .contains("to be paid", "you pay Truecart, and Truecart pays the store")
                .contains("Nothing is ordered before you have paid HK$12.90", "Pay now")
                .doesNotContain("??");
        assertThat(visitor().page("/orders/" + order + "/pay", "en"))
                .contains("HK$12.90", "Store KEY", "Pay with a card", "Pay with a wallet")
                .doesNotContain("??");
        assertThat(visitor().page("/orders/" + order + "/pay", "zh-CN"))
                .contains("用银行卡支付", "付款之前不会下单")
                .doesNotContain("??");
    }

    @Test
    void whatIsDeclinedCanBePaidAnotherWayForTheSamePrice() {
        OrderId order = order();
        pay(order, "card");
        String reference = latest(order);
        assertThat(visitor().page("/orders/" + order + "/pay", "en"))
                .contains("href=\"https://provider.example/" + reference + "\"");

        CARDS.decline(reference, Reason.NOT_ENOUGH_MONEY);
        until(() ->
                visitor().page("/orders/" + order + "/pay", "en").contains("Not paid with a card"));
        assertThat(visitor().page("/orders/" + order + "/pay", "en"))
                .contains("too little money", "HK$12.90", "Pay again, or another way");

        pay(order, "wallet");
        assertThat(CARDS.canBePaid(reference)).as("the try before is closed").isFalse();
        assertThat(visitor().page("/orders/" + order + "/pay", "en")).contains("/pay/code.svg");
        assertThat(Visitor.text(visitor().get("/orders/" + order + "/pay/code.svg", "en")))
                .contains("<svg", "<path d=\"M")
                .doesNotContain("<script");

        WALLET.pay(latest(order));
        until(() -> payments.of(order.value()).orElseThrow().paying().isPresent());
        // there is no such connection, so the store does not take it, and all is given back
        until(() -> visitor().page("/orders/" + order, "en").contains("HK$12.90 given back"));
        assertThat(visitor().page("/orders/" + order, "en"))
                .contains("Paid with a wallet.", "HK$12.90 charged.")
                .doesNotContain("Pay now", "??");
        assertThat(visitor().get("/orders/" + order + "/pay", "en")).hasStatus3xxRedirection();
    }

    @Test
    void whoeverDoesNotPayOrdersNothing() {
        OrderId order = order();
        pay(order, "card");

        assertThat(visitor().post("/orders/" + order + "/pay/decline", Map.of()))
                .hasStatus3xxRedirection();

        until(() ->
                visitor().page("/orders/" + order, "en").contains("so nothing was ordered here"));
        assertThat(visitor().page("/orders/" + order, "zh-CN")).contains("没有付款，因此没有下单");
        assertThat(CARDS.pay(latest(order))).as("can still be paid").isFalse();
    }

    @Test
    void whatIsNotPaidYetIsChangedInTheBasket() {
        OrderId order = order();
        stock(order);
        assertThat(visitor().page("/orders/" + order + "/pay", "en")).contains("Change it first");
        assertThat(visitor().post("/orders/" + order + "/pay/change", Map.of()))
                .hasRedirectedUrl("/basket");
        assertThat(visitor().page("/orders/" + order, "en"))
                .contains("It was not paid in time, so nothing was ordered here.");
        assertThat(visitor().page("/basket", "en")).contains("Soy sauce");
        assertThat(visitor().post("/orders/" + order + "/pay/change", Map.of()))
                .as("twice is once")
                .hasRedirectedUrl("/orders/" + order);
        assertThat(visitor().page("/orders/" + order, "en"))
                .as("it is in the basket, so it is not offered to be bought as well")
                .doesNotContain("Plan them anew", "Put these into the basket");
        assertThat(visitor().post("/orders/" + order + "/rest/replan", Map.of())).hasStatus(409);
        assertThat(visitor().post(replan(order), Map.of()))
                .hasRedirectedUrl("/orders/" + order + "?basket=decided");
        assertThat(inBasket(order)).isEqualTo(1);
        assertThat(visitor().page("/orders/" + order + "?basket=decided", "en"))
                .contains("Nothing was put into the basket again.")
                .doesNotContain("??");
    }

    @Test
    void whatWasBegunToBePaidIsClosedBeforeItIsChangedInTheBasket() {
        // where the clock closes a try at this very moment, the page says that it is being closed
        until(() -> {
            OrderId order = order();
            stock(order);
            pay(order, "card");
            String to =
                    visitor()
                            .post("/orders/" + order + "/pay/change", Map.of())
                            .getResponse()
                            .getRedirectedUrl();
            assertThat(CARDS.pay(latest(order)) && "/basket".equals(to))
                    .as("in the basket, and can still be paid")
                    .isFalse();
            assertThat(inBasket(order)).isEqualTo("/basket".equals(to) ? 1 : 0);
            return "/basket".equals(to);
        });
    }

    @Test
    void asLongAsAPaymentCannotBeClosedNothingIsSaidToBeInTheBasket() {
        OrderId order = order();
        stock(order);
        pay(order, "card");
        CARDS.letsNothingGo(true);
        try {
            assertThat(visitor().post("/orders/" + order + "/pay/change", Map.of()))
                    .hasRedirectedUrl("/orders/" + order + "/pay");
            assertThat(inBasket(order)).isZero();
            assertThat(visitor().page("/orders/" + order + "/pay", "en"))
                    .contains("Nothing of it is in your basket.", "a card has not said yet")
                    .doesNotContain("Change it first", "Pay with a card", "provider.example", "??");
            assertThat(visitor().page("/orders/" + order + "/pay", "zh-CN"))
                    .contains("商品没有放回购物车")
                    .doesNotContain("??");
            assertThat(visitor().page("/orders/" + order, "en"))
                    .contains("Nothing of it is in your basket.")
                    .doesNotContain("Pay now", "/replan\"", "??");
            try (Browsers browsers = Browsers.open()) {
                visitor().assertFits(browsers, site(), "/orders/" + order + "/pay", "pay-ending");
            }
        } finally {
            CARDS.letsNothingGo(false);
        }
        until(() -> visitor().page("/orders/" + order, "en").contains("/replan\""));
        assertThat(
                        requireNonNull(
                                visitor()
                                        .post(replan(order), Map.of())
                                        .getResponse()
                                        .getRedirectedUrl()))
                .startsWith("/basket?without=");
        assertThat(inBasket(order)).isEqualTo(1);
    }

    @Test
    void whatNoStoreDeliversIsPutIntoTheBasketOnceFromHoweverManyWindows() throws Exception {
        OrderId order = order();
        stock(order);
        assertThat(visitor().post("/orders/" + order + "/pay/decline", Map.of()))
                .hasStatus3xxRedirection();
        assertThat(visitor().page("/orders/" + order, "en"))
                .contains("Plan them anew", "Put these into the basket");
        try (ExecutorService windows = Executors.newFixedThreadPool(4)) {
            Callable<String> press =
                    () ->
                            requireNonNull(
                                    visitor()
                                            .post(replan(order), Map.of())
                                            .getResponse()
                                            .getRedirectedUrl());
            List<String> led = new ArrayList<>();
            for (Future<String> one : windows.invokeAll(Collections.nCopies(8, press))) {
                led.add(one.get());
            }
            assertThat(led)
                    .filteredOn(to -> to.startsWith("/basket?without="))
                    .as("put in once")
                    .hasSize(1);
        }
        assertThat(inBasket(order)).isEqualTo(1);
    }

    @Test
    void whatIsBoughtElsewhereOrLeftOutIsNotPutIntoTheBasket() {
        OrderId order = order();
        stock(order);
        assertThat(visitor().post("/orders/" + order + "/pay/decline", Map.of()))
                .hasStatus3xxRedirection();
        assertThat(visitor().post("/orders/" + order + "/rest/keep", Map.of()))
                .hasStatus3xxRedirection();
        assertThat(visitor().post(replan(order), Map.of()))
                .hasRedirectedUrl("/orders/" + order + "?basket=decided");
        assertThat(inBasket(order)).isZero();
    }

    @Test
    void whatDoesNotFitIntoTheBasketStaysWhereItIs() {
        OrderId order = order();
        stock(order);
        jdbc.sql("delete from want").update();
        jdbc.sql(
                        """
                        insert into basket (id, shopper, created_at, changed_at) values (gen_random_uuid(), :shopper, now(), now())
                        on conflict do nothing
                        """)
                .param("shopper", OrderWorld.SHOPPER)
                .update();
        jdbc.sql(
                        """
                        with made as (
                            insert into product (id, title, category, created_at, changed_at)
                            select gen_random_uuid(), '{"en": "Filler"}', '[]', now(), now() from generate_series(1, 100)
                            returning id)
                        insert into want (id, basket_id, product_id, quantity, added_at)
                        select gen_random_uuid(), b.id, made.id, 1, now() from made, basket b where b.shopper = :shopper
                        """)
                .param("shopper", OrderWorld.SHOPPER)
                .update();

        assertThat(visitor().post("/orders/" + order + "/pay/change", Map.of()))
                .hasRedirectedUrl("/orders/" + order + "?basket=full");
        assertThat(inBasket(order)).isZero();
        assertThat(visitor().page("/orders/" + order + "?basket=full", "en"))
                .contains("at most 100 different goods", "Take some out, then put these in.")
                .contains("Put these into the basket")
                .doesNotContain("??");
        assertThat(visitor().page("/orders/" + order + "?basket=full", "zh-CN"))
                .doesNotContain("??");

        jdbc.sql("delete from want").update();
        assertThat(
                        requireNonNull(
                                visitor()
                                        .post(replan(order), Map.of())
                                        .getResponse()
                                        .getRedirectedUrl()))
                .startsWith("/basket?without=");
        assertThat(inBasket(order)).isEqualTo(1);
    }

    private String replan(OrderId order) {
        return "/orders/"
                + order
                + "/parts/"
                + orders.find(order, OrderWorld.SHOPPER)
                        .orElseThrow()
                        .parts()
                        .getFirst()
                        .subOrder()
                        .id()
                + "/replan";
    }

    /** How many units of what was ordered here are in the basket. */
    private int inBasket(OrderId order) {
        return jdbc.sql(
                        """
                        select coalesce(sum(w.quantity), 0) from want w
                        where w.product_id in (select l.product_id from sub_order_line l
                                               join sub_order s on s.id = l.sub_order_id where s.order_id = :order)
                        """)
                .param("order", order.value())
                .query(Integer.class)
                .single();
    }

    /** The goods of this order are in the catalogue. */
    private void stock(OrderId order) {
        jdbc.sql(
                        """
                        insert into product (id, title, category, created_at, changed_at)
                        select product_id, title, '[]', now(), now() from sub_order_line l join sub_order s on s.id = l.sub_order_id
                        where s.order_id = :order
                        """)
                .param("order", order.value())
                .update();
    }

    @Test
    void whoeverAsksForHelpIsGivenANumberUnderWhichTheTriesAreKept() {
        OrderId order = order();
        pay(order, "card");

        String address =
                requireNonNull(
                        visitor()
                                .post("/orders/" + order + "/pay/help", Map.of())
                                .getResponse()
                                .getRedirectedUrl());

        Matcher number = Pattern.compile("ticket=(HELP-\\w+)").matcher(address);
        assertThat(number.find()).isTrue();
        assertThat(visitor().page(address, "en")).contains("Your number is " + number.group(1));
        assertThat(
                        jdbc.sql("select log::text from payment_ticket where number = :number")
                                .param("number", number.group(1))
                                .query(String.class)
                                .single())
                .contains(latest(order), "awaiting_shopper");
        assertThat(visitor().page("/orders/" + order + "/pay?ticket=HELP-SOMEBODY", "en"))
                .as("a number that was not given")
                .doesNotContain("Your number is");
    }

    @Test
    void aProgramPaysByTheInterface() {
        OrderId order = order();
        assertThat(visitor().get("/api/v1/orders/" + order + "/payment", "en"))
                .bodyJson()
                .extractingPath("$.ways[*].account")
                .asArray()
                .containsExactly("card", "wallet");

        MvcTestResult begun =
                pages.post()
                        .uri("/api/v1/orders/" + order + "/payment")
                        .contentType("application/json")
                        .content("{\"account\": \"wallet\"}")
                        .cookie(visitor().cookie())
                        .exchange();
        assertThat(begun)
                .bodyJson()
                .extractingPath("$.tries[0].scan")
                .isEqualTo("pay:" + latest(order));
        assertThat(
                        pages.get()
                                .uri("/api/v1/orders/" + order + "/payment")
                                .cookie(
                                        new jakarta.servlet.http.Cookie(
                                                "truecart-shopper",
                                                "3f0a1c6e-7d5b-4c1e-9a62-0c4a2f6b8d12"))
                                .exchange())
                .hasStatus(404);
    }

    @Test
    void onlyTheProviderIsHeardAndOnlyOnce() {
        OrderId order = order();
        pay(order, "card");
        String reference = latest(order);
        CARDS.pay(reference);

        assertThat(notice("card", "E1", reference, "bad")).hasStatus(401);
        assertThat(notice("card", "E1", reference, "good"))
                .hasStatusOk()
                .bodyText()
                .isEqualTo("success");
        assertThat(notice("card", "E1", reference, "good")).hasStatusOk();
        assertThat(notice("nobody", "E1", reference, "good")).hasStatus(404);
        assertThat(notice("card", "E2", "x".repeat(300_000), "good")).hasStatus(413);

        assertThat(
                        jdbc.sql("select count(*) from payment_notice where payment = :reference")
                                .param("reference", reference)
                                .query(Integer.class)
                                .single())
                .isEqualTo(1);
        until(() -> payments.of(order.value()).orElseThrow().paying().isPresent());
    }

    @Test
    void secretsOfAnAccountLieEncryptedOnRecord() {
        assertThat(
                        jdbc.sql(
                                        "select encode(secrets, 'escape') from payment_account where id = 'card'")
                                .query(String.class)
                                .single())
                .isNotBlank()
                .doesNotContain("s3cret");
    }

    @Test
    void thePageHasNoBarriersAndFitsItsScreen() {
        OrderId going = order();
        pay(going, "card");
        OrderId scanning = order();
        pay(scanning, "wallet");
        OrderId declined = order();
        pay(declined, "card");
        CARDS.decline(latest(declined), Reason.CHECK_DETAILS);
        until(() ->
                visitor()
                        .page("/orders/" + declined + "/pay", "en")
                        .contains("Check your details"));
        try (Browsers browsers = Browsers.open()) {
            visitor().assertFits(browsers, site(), "/orders/" + order() + "/pay", "pay");
            visitor().assertFits(browsers, site(), "/orders/" + going + "/pay", "pay-going");
            visitor().assertFits(browsers, site(), "/orders/" + scanning + "/pay", "pay-scanning");
            visitor().assertFits(browsers, site(), "/orders/" + declined + "/pay", "pay-declined");
            visitor().assertFits(browsers, site(), "/orders/" + going, "order-to-be-paid");
        }
    }

    private OrderId order() {
        return orders.open(OrderWorld.paidToUs(OrderWorld.checkout(jdbc, Instant.now())));
    }

    private String latest(OrderId order) {
        return payments.of(order.value()).orElseThrow().latest().orElseThrow().reference();
    }

    private void pay(OrderId order, String account) {
        assertThat(visitor().post("/orders/" + order + "/pay", Map.of("account", account)))
                .hasStatus3xxRedirection();
    }

    private MvcTestResult notice(String account, String event, String body, String signature) {
        return pages.post()
                .uri("/hooks/payments/" + account)
                .header("X-Signature", signature)
                .header("X-Event", event)
                .contentType("text/plain")
                .content(body)
                .exchange();
    }

    private static void until(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited for too long").isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    private Visitor visitor() {
        return new Visitor(pages, OrderWorld.SHOPPER);
    }

    private String site() {
        return "http://localhost:" + port;
    }
}
