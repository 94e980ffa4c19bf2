package com.truecart.app.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.app.TruecartApplication;
import com.truecart.app.order.SubOrderState.Placing;
import com.truecart.app.testing.AppSettings;
import com.truecart.app.testing.Browsers;
import com.truecart.app.testing.Visitor;
import com.truecart.model.Localized;
import com.truecart.model.Money;
import com.truecart.spi.OrderHandle;
import com.truecart.spi.Secret;
import com.truecart.spi.UpstreamOrder;
import com.truecart.spi.UpstreamOrder.Status;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What a shopper is told of money that came back. */
@SpringBootTest(
        classes = TruecartApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"truecart.demo.enabled=false", "truecart.pipeline.scheduled=false"})
@AutoConfigureMockMvc
class OrderPageTest {
    private static final Money TOTAL = Money.of(12_90, "HKD");

    @Autowired private MockMvcTester pages;
    @Autowired private Orders orders;
    @Autowired private OrderRecord record;
    @Autowired private Ledger ledger;
    @Autowired private JdbcClient jdbc;
    @LocalServerPort private int port;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        AppSettings.fresh(registry, "orders");
    }

    @Test
    void whatCameBackOfADeliveredOrderIsSaid() {
        OrderId order = order(Status.DELIVERED, Money.of(5_00, "HKD"));

        assertThat(page(order, "en"))
                .contains("HK$5.00 given back", "HK$12.90", "The store gave money back, in all")
                .doesNotContain("cancelled, money given back", "??");
        assertThat(page(order, "zh-CN")).contains("已退款 HK$5.00", "已送达").doesNotContain("??");
        assertThat(pages.get().uri("/api/v1/orders/" + order).cookie(visitor().cookie()).exchange())
                .bodyJson()
                .extractingPath("$.stores[0].refunded.minor")
                .isEqualTo(500);
    }

    @Test
    void aCancelledOrderSaysWhetherAllOrPartCameBack() {
        OrderId all = order(Status.CANCELLED, TOTAL);
        assertThat(page(all, "en"))
                .contains("cancelled, money given back", "gave all of the money back")
                .contains("HK$12.90 given back");
        assertThat(page(all, "zh-CN")).contains("已取消，已退款", "已全额退款");

        OrderId part = order(Status.CANCELLED, Money.of(2_90, "HKD"));
        assertThat(page(part, "en")).contains("gave part of the money back", "HK$2.90 given back");

        OrderId none = order(Status.CANCELLED, Money.of(0, "HKD"));
        assertThat(page(none, "en"))
                .contains("The store called it off.")
                .doesNotContain("given back");
    }

    @Test
    void aPartThatWaitsForTheShopperCanBeCalledOffOnceAndBoughtElsewhere() {
        OrderId order = order(Status.CANCELLED, TOTAL);
        jdbc.sql(
                        """
                        update sub_order set state = 'awaiting_buyer', next_check_at = null,
                            details = '{"at": "https://plain.example/pay", "since": "2026-11-23T10:00:00Z"}'
                        where order_id = :order
                        """)
                .param("order", order.value())
                .update();
        assertThat(page(order, "en"))
                .contains("href=\"https://plain.example/pay\"", "I did not buy it there");
        assertThat(page(order, "zh-CN")).contains("我没有在那里购买");

        assertThat(decline(order)).hasStatus3xxRedirection();
        assertThat(subOrder(order).state()).isInstanceOf(SubOrderState.Rejected.class);
        assertThat(page(order, "en"))
                .contains("You said that you did not buy it there.", "Put these into the basket")
                .doesNotContain("I did not buy it there<", "??");
        assertThat(decline(order)).hasStatus(409);
    }

    private MvcTestResult decline(OrderId order) {
        return visitor()
                .post("/orders/" + order + "/parts/" + subOrder(order).id() + "/decline", Map.of());
    }

    @Test
    void whatIsBoughtAloneLeadsThroughOurOwnPageWhereTheStoreMakesLinks() {
        assertThat(page(order(Status.DELIVERED, TOTAL), "en"))
                .contains("href=\"/go/p/1?quantity=2\" rel=\"sponsored nofollow noopener\"")
                .contains("href=\"https://plain.example/tea\"");
    }

    @Test
    void whatStoresReportOfVisitsStandsBelowTheOrders() {
        reported("pageref000000001", "reference", "sign");
        reported("pageref000000002", "listing", "another");
        assertThat(page("", "en"))
                .contains("Bought at the stores yourself", "CN¥49.90", "CN¥47.00", ">received<")
                .contains("Reported by pdd", "matched by product and time")
                .contains("the store says “已收货”", "another listing than the one you went for")
                .doesNotContain("??");
        assertThat(page("", "zh-CN")).contains("您自行在商店购买的", "已收货").doesNotContain("??");
        try (Browsers browsers = Browsers.open()) {
            visitor().assertFits(browsers, site(), "/orders", "orders-outside");
        }
    }

    /** A visit of the shopper's, and the order a store reports of it. */
    private void reported(String reference, String matchedBy, String listing) {
        jdbc.sql(
                        """
                        insert into hand_off_click
                            (reference, shopper, connection_id, store_name, product_id, upstream_id, title, quantity, currency, predicted, at)
                        values (:reference, :shopper, 'pdd', '{"en": "A shop"}', '00000000-0000-4000-8000-000000000001', 'sign',
                                '{"en": "Tea"}', 2, 'CNY', 4990, now())
                        """)
                .param("reference", reference)
                .param("shopper", OrderWorld.SHOPPER)
                .update();
        jdbc.sql(
                        """
                        insert into handed_order
                            (connection_id, line_key, order_id, upstream_id, quantity, click, matched_by, status, status_text,
                             currency, paid, ordered_at, changed_at, read_at)
                        values ('pdd', :reference, 'S1', :listing, 2, :reference, :matched, 'COMPLETED', '已收货', 'CNY', 4700, now(), now(), now())
                        """)
                .param("reference", reference)
                .param("listing", listing)
                .param("matched", matchedBy)
                .update();
    }

    @Test
    void ofEachConnectionItIsSaidHowOftenItsPricesWereKept() {
        atConnection("kept-half", order(Status.DELIVERED, Money.of(0, "HKD")));
        OrderId dearer = order(Status.DELIVERED, Money.of(0, "HKD"));
        SubOrderId part = subOrder(dearer).id();
        record.inOneTransaction(() -> {
            ledger.recharged(part, TOTAL, TOTAL.plus(Money.of(30, "HKD")), Instant.now());
            return part;
        });
        atConnection("kept-half", dearer);

        assertThat(pages.get().uri("/api/v1/price-keeping").exchange())
                .bodyJson()
                .extractingPath("$.connections[?(@.connection == 'kept-half')]")
                .asArray()
                .singleElement()
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
                .containsEntry("charged", 2)
                .containsEntry("quotedAsPromised", 2)
                .containsEntry("chargedAsQuoted", 1)
                .containsEntry("kept", 1)
                .containsEntry("keptPpm", 500_000)
                .hasEntrySatisfying(
                        "offAtCharge",
                        off -> assertThat(off.toString()).contains("minor=30", "HKD"));
        assertThat(Visitor.text(pages.get().uri("/price-keeping").exchange()))
                .contains("50%", "1 of 2", "HK$0.30")
                .doesNotContain("??");
        try (Browsers browsers = Browsers.open()) {
            visitor().assertFits(browsers, site(), "/price-keeping", "price-keeping");
        }
    }

    private void atConnection(String connection, OrderId order) {
        jdbc.sql("update sub_order set connection_id = :connection where order_id = :order")
                .param("connection", connection)
                .param("order", order.value())
                .update();
    }

    @Test
    void thePageHasNoBarriersAndFitsItsScreen() {
        OrderId order = order(Status.CANCELLED, Money.of(2_90, "HKD"));
        try (Browsers browsers = Browsers.open()) {
            visitor().assertFits(browsers, site(), "/orders/" + order, "order-refunded");
        }
    }

    private String page(OrderId order, String language) {
        return page("/" + order, language);
    }

    private String page(String order, String language) {
        return visitor().page("/orders" + order, language);
    }

    /** An order of which its store says this. */
    private OrderId order(Status status, Money refunded) {
        OrderId order =
                orders.open(
                        OrderWorld.newOrder(OrderWorld.checkout(jdbc, Instant.now()), handOff()));
        UpstreamOrder stated =
                new UpstreamOrder(
                        new OrderHandle("S1", new Secret("access")),
                        status,
                        status.name(),
                        TOTAL,
                        refunded,
                        List.of(),
                        Instant.now());
        // the connection is not there, so that the sub-order is refused beside us: the store's
        // books win over that
        while (true) {
            SubOrder now = subOrder(order);
            if (!(now.state() instanceof Placing)
                    && record.apply(now, new SubOrderEvent.StoreHasIt(stated), Instant.now())
                            .isPresent()) {
                return order;
            }
            Thread.onSpinWait();
        }
    }

    private SubOrder subOrder(OrderId order) {
        return orders.find(order, OrderWorld.SHOPPER).orElseThrow().parts().getFirst().subOrder();
    }

    private static List<HandOff> handOff() {
        return List.of(
                new HandOff(
                        Localized.of("en", "Alone"),
                        List.of(
                                new HandOff.Line(
                                        Localized.of("en", "Coffee"),
                                        2,
                                        TOTAL,
                                        Optional.empty(),
                                        Optional.of("/go/p/1?quantity=2")),
                                new HandOff.Line(
                                        Localized.of("en", "Tea"),
                                        1,
                                        TOTAL,
                                        Optional.of(URI.create("https://plain.example/tea")),
                                        Optional.empty()))));
    }

    private Visitor visitor() {
        return new Visitor(pages, OrderWorld.SHOPPER);
    }

    private String site() {
        return "http://localhost:" + port;
    }
}
