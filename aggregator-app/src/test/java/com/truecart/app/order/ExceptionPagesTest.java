package com.truecart.app.order;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import com.truecart.app.TruecartApplication;
import com.truecart.app.connection.Exchanged;
import com.truecart.app.order.SubOrderState.Placed;
import com.truecart.app.order.SubOrderState.Rejected;
import com.truecart.app.testing.AppSettings;
import com.truecart.app.testing.Browsers;
import com.truecart.app.testing.Visitor;
import com.truecart.spi.OrderHandle;
import com.truecart.spi.Secret;
import com.truecart.spi.UpstreamException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What waits for a person of ours: seen, understood, decided, and kept with who decided. */
@SpringBootTest(
        classes = TruecartApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"truecart.demo.enabled=false", "truecart.pipeline.scheduled=false"})
@AutoConfigureMockMvc
class ExceptionPagesTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired private MockMvcTester pages;
    @Autowired private Orders orders;
    @Autowired private RawExchanges exchanges;
    @Autowired private StoreOrders stores;
    @Autowired private JdbcClient jdbc;
    @LocalServerPort private int port;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        AppSettings.fresh(registry, "exceptions");
        registry.add("truecart.http.allowed-hosts", () -> "127.0.0.1");
    }

    @BeforeEach
    void closeWhatOthersLeft() {
        for (JsonNode one : all()) {
            if (one.at("/kind").asString().equals("PARKED")) {
                jdbc.sql(
                                "update sub_order set state = 'rejected', details = '{\"reason\": \"over\"}' where id = :id::uuid")
                        .param("id", one.at("/item").asString())
                        .update();
            } else {
                assertThat(decide(one, Map.of("decision", "SEEN_TO"))).isEqualTo(204);
            }
        }
        assertThat(visitor().page("/desk/exceptions", "en"))
                .contains("Nothing waits for a person.");
    }

    @Test
    void whatIsParkedIsDecidedByAskingTheStoreButNotTooEarly() {
        SubOrder early = parked(Duration.ofSeconds(20), "Mei at 1 Nathan Road: 503");
        String address = "/desk/exceptions/one?kind=PARKED&item=" + early.id();
        assertThat(visitor().page("/desk/exceptions", "en"))
                .contains("Being confirmed by a person", "Store KEY", "HK$12.90")
                .contains("The store cannot be asked automatically.");
        assertThat(visitor().page(address, "en"))
                .contains(early.key().value(), "1 × sku-1", "M. C. Kowloon, HK")
                .contains("****: 503", "may still arrive until")
                .doesNotContain("Nathan", "mei@example.hk", "51234567", "Send it once more", "??");
        assertThat(visitor().page(address, "zh-CN")).contains("仍可能到达").doesNotContain("??");
        MvcTestResult tooEarly =
                post(form(early, Map.of("decision", "NOT_ORDERED", "minutesAgo", "0")));
        assertThat(tooEarly).hasStatus(409);
        assertThat(Visitor.text(tooEarly)).contains("could still have arrived");

        SubOrder late = parked(Duration.ofMinutes(10), "timed out");
        String lateAt = "/desk/exceptions/one?kind=PARKED&item=" + late.id();
        assertThat(visitor().page(lateAt, "en"))
                .contains("Send it once more", "It is not ordered here");
        assertThat(post(form(late, Map.of("decision", "SEEN_TO")))).hasStatus(409);
        assertThat(post(form(late, Map.of("decision", "NOT_ORDERED", "minutesAgo", "9"))))
                .as("asked before the quiet period was over")
                .hasStatus(409);
        MvcTestResult nameless =
                post(form(late, Map.of("decision", "NOT_ORDERED", "minutesAgo", "0", "by", " ")));
        assertThat(nameless).hasStatus(400);
        assertThat(Visitor.text(nameless)).contains("by: must be 1 to 80 characters");
        assertThat(post(form(late, Map.of("decision", "NOT_ORDERED", "minutesAgo", "soon"))))
                .hasStatus(400);
        assertThat(post(form(late, Map.of("decision", "NOT_ORDERED", "minutesAgo", "0"))))
                .hasStatus3xxRedirection();
        assertThat(state(late)).isInstanceOf(Rejected.class);
        assertThat(lastEvent(late)).isEqualTo("person_found_none Lam: they looked twice");
        assertThat(visitor().page("/orders/" + late.order(), "en"))
                .contains("We asked the store, and it has no order of yours.", "Plan them anew")
                .doesNotContain("Lam", "??");

        assertThat(
                        post(
                                form(
                                        early,
                                        Map.of(
                                                "decision", "STORE_HAS_IT",
                                                "number", "W-7",
                                                "charged", "12.90"))))
                .hasStatus3xxRedirection();
        assertThat(state(early)).isInstanceOf(Placed.class);
        assertThat(visitor().get(address, "en")).hasStatus(404);
    }

    /** Quiet for 2:00, sent at 0:00, asked at 1:20, and told at 2:10 as "0 minutes ago". */
    @Test
    void anAnswerFromBeforeTheEndOfTheQuietPeriodIsNotBelievedForBeingToldToTheMinute() {
        SubOrder part = parked(Duration.ofSeconds(130), "timed out");
        MvcTestResult told = post(form(part, Map.of("decision", "SEND_AGAIN", "minutesAgo", "0")));
        assertThat(told).hasStatus(409);
        assertThat(Visitor.text(told)).contains("could still have arrived");
        assertThat(
                        decide(
                                all().get(0),
                                Map.of(
                                        "decision",
                                        "SEND_AGAIN",
                                        "askedAt",
                                        Instant.now().minusSeconds(1).toString())))
                .as("a program rounds as people do")
                .isEqualTo(409);
        assertThat(visitor().page("/desk/exceptions/one?kind=PARKED&item=" + part.id(), "en"))
                .contains("may still arrive until")
                .doesNotContain("Send it once more");
        assertThat(state(part)).isInstanceOf(SubOrderState.InDoubt.class);
    }

    @Test
    void whatWentOverTheWireIsShownWithoutWhatIsPersonal() {
        SubOrder part = parked(Duration.ofMinutes(10), "timed out");
        String address = "/desk/exceptions/one?kind=PARKED&item=" + part.id();
        assertThat(visitor().page(address, "en")).doesNotContain("What went over the wire");
        exchanges.keep(
                part.id(),
                List.of(
                        () ->
                                new Exchanged(
                                        Instant.now(),
                                        "POST https://shop.example/orders",
                                        "{\"words\":\"for Mei Chan, 1 Nathan Road, +852 5123 4567\"}",
                                        502,
                                        "<h1>Bad gateway</h1>",
                                        "it failed (502)"),
                        () ->
                                new Exchanged(
                                        Instant.now(),
                                        "GET https://shop.example/orders",
                                        "",
                                        0,
                                        "",
                                        "no whole answer within 15 s")));
        assertThat(exchanges.of(part.id()).toString())
                .as("what is kept, for people and programs to be shown less of")
                .contains("Nathan", "5123 4567");

        String shown = visitor().page(address, "en");
        assertThat(shown)
                .contains("What went over the wire (2)", "POST https://shop.example/orders")
                .contains("Answered with 502", "&lt;h1&gt;Bad gateway&lt;/h1&gt;")
                .contains("No whole answer came.", "no whole answer within 15 s")
                .doesNotContain("Nathan", "5123 4567", "??");
        assertThat(visitor().page(address, "zh-CN"))
                .contains("原始往来报文（2）", "答复状态 502", "没有收到完整的答复。")
                .doesNotContain("Nathan", "??");
        JsonNode facts = json("/api/v1/desk/exceptions/one?kind=PARKED&item=" + part.id());
        assertThat(facts.at("/atStore/exchanges/1/status").asInt()).isEqualTo(502);
        assertThat(facts.toString()).doesNotContain("Nathan", "5123 4567");
    }

    @Test
    void ofThePageARealStoreAnsweredTheTitleIsKept() throws IOException {
        SubOrder part = rejected();
        HttpServer store =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] page =
                "<html><title>Closed for stocktaking</title><p>Mei</html>"
                        .getBytes(StandardCharsets.UTF_8);
        store.createContext(
                "/",
                call -> {
                    call.sendResponseHeaders(503, page.length);
                    call.getResponseBody().write(page);
                    call.close();
                });
        store.start();
        try {
            connect("http://127.0.0.1:" + store.getAddress().getPort());
            assertThatThrownBy(() ->
                            stores.ask(
                                    part,
                                    Instant.MAX,
                                    _ -> true,
                                    gateway ->
                                            gateway.track(
                                                    new OrderHandle(
                                                            "7",
                                                            new Secret(
                                                                    "{\"key\":\"s3cret\",\"email\":\"a@b.hk\"}")))))
                    .isInstanceOf(UpstreamException.class);

            Exchanged last = exchanges.of(part.id()).getFirst();
            assertThat(last.request()).contains("http://127.0.0.1:" + store.getAddress().getPort());
            assertThat(last.status()).isEqualTo(503);
            assertThat(last.received())
                    .isEqualTo("(56 characters of a page: Closed for stocktaking)");
            assertThat(last.request()).doesNotContain("s3cret");
        } finally {
            jdbc.sql("delete from connection where id = 'key'").update();
            store.stop(0);
        }
    }

    private void connect(String base) {
        jdbc.sql(
                        """
                        insert into connection (id, kind, name, settings, delivery_fee, delivery_currency, pull_every_seconds, created_at)
                        values ('key', 'woocommerce', '{"en": "Key"}', jsonb_build_object('shop', :base::text, 'shop_name', 'Key'),
                                0, 'HKD', 3600, now())
                        """)
                .param("base", base)
                .update();
    }

    @Test
    void everythingElseIsSeenToOnceAndKeptWithWhoAndWhy() {
        SubOrder part = delivered();
        jdbc.sql(
                        """
                        insert into sub_order_event (sub_order_id, kind, from_state, to_state, detail, at)
                        select :id, 'second_store_order', 'placed', 'placed', '#S2 processing', now() from generate_series(1, 3)
                        """)
                .param("id", part.id().value())
                .update();
        charged(part, 13_90);
        paid(part);
        jdbc.sql(
                        """
                        insert into rest_choice (sub_order_id, line, choice, new_order, decided_at)
                        values (:id, 0, 'bought_again', :order, now())
                        """)
                .param("id", part.id().value())
                .param("order", part.order().value())
                .update();

        JsonNode items = all();
        assertThat(items)
                .extracting(one -> one.at("/kind").asString())
                .containsExactlyInAnyOrder(
                        "SECOND_STORE_ORDER",
                        "BOUGHT_TWICE",
                        "CHARGED_MORE",
                        "SHORT",
                        "CAPTURE_FAILED",
                        "REFUND_FAILED",
                        "PAYMENT_HELP");
        String queue = visitor().page("/desk/exceptions", "en");
        assertThat(queue)
                .contains("An order too many at a store", "Charged more than quoted", "HK$1.00")
                .contains("Ordered for more than could be taken", "Money held was not taken")
                .contains("Money was not given back", "Help with paying")
                .contains("Bought elsewhere, and here after all", "H-" + reference(part))
                .doesNotContain("??");
        for (JsonNode one : items) {
            String address =
                    "/desk/exceptions/one?kind="
                            + one.at("/kind").asString()
                            + "&item="
                            + one.at("/item").asString().replace("#", "%23").replace(" ", "%20");
            String shown = visitor().page(address, "en");
            assertThat(shown).contains("It is seen to", "short_on_money").doesNotContain("??");
            assertThat(shown).doesNotContain("mei@example.hk");
            assertThat(visitor().page(address, "zh-CN")).contains("已处理").doesNotContain("??");
        }
        for (JsonNode one : items) {
            assertThat(
                            decide(
                                    one,
                                    Map.of(
                                            "decision",
                                            "NOT_ORDERED",
                                            "askedAt",
                                            "2026-11-23T10:00:00Z")))
                    .isEqualTo(409);
            assertThat(decide(one, Map.of("decision", "SEEN_TO"))).isEqualTo(204);
            assertThat(decide(one, Map.of("decision", "SEEN_TO"))).as("once").isEqualTo(404);
        }
        assertThat(all()).isEmpty();
        assertThat(
                        jdbc.sql(
                                        "select count(*) from exception_closed where by_whom = 'Lam' and why = 'they looked twice'")
                                .query(Integer.class)
                                .single())
                .isGreaterThanOrEqualTo(7);

        charged(part, 14_90);
        assertThat(all()).as("another charge is another exception").hasSize(1);
    }

    @Test
    void theQueueIsReadPageByPage() {
        List<String> parked = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            parked.add(parked(Duration.ofMinutes(10 - i), "timed out").id().toString());
        }
        List<String> read = new ArrayList<>();
        String after = "";
        int asked = 0;
        do {
            JsonNode page = json("/api/v1/desk/exceptions?limit=2&after=" + after);
            page.at("/items").forEach(one -> read.add(one.at("/item").asString()));
            after = page.at("/next").asString("");
            asked++;
        } while (!after.isEmpty());
        assertThat(read).isEqualTo(parked);
        assertThat(asked).isEqualTo(3);
        MvcTestResult strange = pages.get().uri("/api/v1/desk/exceptions?after=x").exchange();
        assertThat(strange).hasStatus(400);
        assertThat(Visitor.text(strange))
                .contains("after: must be what the page before gave as next");
        assertThat(pages.get().uri("/api/v1/desk/exceptions?limit=0").exchange()).hasStatus(400);
        JsonNode facts = json("/api/v1/desk/exceptions/one?kind=PARKED&item=" + parked.getFirst());
        assertThat(facts.at("/atStore/sentTo").asString()).isEqualTo("M. C. Kowloon, HK");
        assertThat(facts.at("/atStore/canBeSentAgain").asBoolean()).isTrue();
        assertThat(facts.toString()).doesNotContain("Nathan", "mei@example.hk");
        jdbc.sql(
                        "update sub_order set details = jsonb_set(details, '{parked}', to_jsonb('no lorry to Mei Chan, 1 Nathan Road, +852 5123 4567'::text)) where id = :id::uuid")
                .param("id", parked.getFirst())
                .update();
        assertThat(json("/api/v1/desk/exceptions").toString())
                .as("the queue for programs")
                .contains("no lorry to ****")
                .doesNotContain("Nathan", "5123 4567");
        assertThat(visitor().page("/desk/exceptions", "en"))
                .contains("no lorry to ****")
                .doesNotContain("Nathan", "5123 4567");
    }

    @Test
    void thePagesHaveNoBarriersAndFitTheirScreens() {
        SubOrder part = parked(Duration.ofMinutes(10), "timed out");
        exchanges.keep(
                part.id(),
                List.of(() ->
                        new Exchanged(
                                Instant.now(),
                                "POST https://shop.example/" + "orders/".repeat(30),
                                "{\"words\":\"" + "long".repeat(300) + "\"}",
                                502,
                                "<h1>Bad gateway</h1>",
                                "it failed (502)")));
        paid(part);
        try (Browsers browsers = Browsers.open()) {
            visitor().assertFits(browsers, site(), "/desk/exceptions", "exceptions");
            visitor()
                    .assertFits(
                            browsers,
                            site(),
                            "/desk/exceptions/one?kind=PARKED&item=" + part.id(),
                            "exception-parked");
            visitor()
                    .assertFits(
                            browsers,
                            site(),
                            "/desk/exceptions/one?kind=REFUND_FAILED&item="
                                    + reference(part)
                                    + "-m2",
                            "exception-refund");
        }
    }

    /** A part of which nobody knows since so long ago whether its store has it. */
    private SubOrder parked(Duration ago, String why) {
        SubOrder part = rejected();
        Instant sent = Instant.now().minus(ago);
        jdbc.sql(
                        """
                        update sub_order set state = 'in_doubt', version = version + 1, next_check_at = null,
                            details = jsonb_build_object('attempt', 1, 'since', :sent::text, 'sentAt', :sent::text, 'why', :why,
                                'missed', true, 'parked', 'the store cannot be asked automatically; we ask it (no list)')
                        where id = :id
                        """)
                .param("sent", sent.toString())
                .param("why", why)
                .param("id", part.id().value())
                .update();
        event(part, "answer_lost", why, sent);
        event(part, "handed_to_person", "the store cannot be asked automatically; we ask it", sent);
        return part;
    }

    private void event(SubOrder part, String kind, String detail, Instant at) {
        jdbc.sql(
                        """
                        insert into sub_order_event (sub_order_id, kind, from_state, to_state, detail, at)
                        values (:id, :kind, 'in_doubt', 'in_doubt', :detail, :at)
                        """)
                .param("id", part.id().value())
                .param("kind", kind)
                .param("detail", detail)
                .param("at", OrderRecord.utc(at))
                .update();
    }

    private SubOrder delivered() {
        SubOrder part = rejected();
        jdbc.sql(
                        """
                        update sub_order set state = 'delivered', version = version + 1, charged = quoted, next_check_at = null,
                            details = '{"storeOrder": "S1", "storeWord": "so", "charged": {"minor": 1290, "currency": "HKD"}}'
                        where id = :id
                        """)
                .param("id", part.id().value())
                .update();
        return part;
    }

    private void charged(SubOrder part, long minor) {
        jdbc.sql("update sub_order set charged = :minor where id = :id")
                .param("minor", minor)
                .param("id", part.id().value())
                .update();
        jdbc.sql(
                        """
                        with posting as (select gen_random_uuid() as id)
                        insert into ledger_entry (posting, sub_order_id, account, kind, currency, amount, explanation, at)
                        select posting.id, :id, account, 'charged', 'HKD', amount, 'dearer', now()
                        from posting, (values ('shopper', 100), ('difference:charged', -100)) as entry (account, amount)
                        """)
                .param("id", part.id().value())
                .update();
    }

    /** A payment of the order of which everything went wrong that can. */
    private void paid(SubOrder part) {
        String reference = reference(part);
        jdbc.sql(
                        """
                        insert into payment_account (id, kind, name, settings, enabled, changed_at)
                        values ('broken', 'stripe', '{"en": "Broken"}', '{}', false, now()) on conflict do nothing
                        """)
                .update();
        jdbc.sql(
                        """
                        insert into bill (order_id, subject, currency, amount, state, until, changed_at)
                        values (:order, 'TC', 'HKD', 1290, 'lapsed', now(), now())
                        """)
                .param("order", part.order().value())
                .update();
        jdbc.sql(
                        """
                        insert into payment (reference, order_id, account_id, currency, amount, come_back, notify_at, state, details,
                                             created_at, changed_at)
                        values (:reference, :order, 'broken', 'HKD', 1290, 'https://t.example', 'https://t.example', 'closed', '{}',
                                now(), now())
                        """)
                .param("reference", reference)
                .param("order", part.order().value())
                .update();
        jdbc.sql(
                        """
                        insert into payment_event (payment, kind, from_state, to_state, detail, at)
                        values (:reference, 'short', 'closed', 'closed', 'HKD 12.90', now()),
                               (:reference, 'standing', 'held', 'closed', 'short_on_money mei@example.hk', now())
                        """)
                .param("reference", reference)
                .update();
        jdbc.sql(
                        """
                        insert into payment_move (reference, payment, kind, amount, state, word, asked_at, ended_at)
                        values (:reference || '-m1', :reference, 'capture', 1290, 'failed', 'lapsed', now(), now()),
                               (:reference || '-m2', :reference, 'refund', 290, 'failed', 'card closed', now(), now()),
                               (:reference || '-m3', :reference, 'release', 0, 'failed', 'it was paid already', now(), now())
                        """)
                .param("reference", reference)
                .update();
        jdbc.sql(
                        """
                        insert into payment_ticket (number, order_id, log, opened_at) values (:number, :order, '[]', now())
                        """)
                .param("number", "H-" + reference)
                .param("order", part.order().value())
                .update();
    }

    private static String reference(SubOrder part) {
        return part.id().toString().substring(0, 8);
    }

    /** The connection is not there, so that the sub-order is refused beside us. */
    private SubOrder rejected() {
        OrderId order =
                orders.open(
                        OrderWorld.newOrder(OrderWorld.checkout(jdbc, Instant.now()), List.of()));
        Instant limit = Instant.now().plusSeconds(60);
        while (true) {
            SubOrder part =
                    orders.find(order, OrderWorld.SHOPPER)
                            .orElseThrow()
                            .parts()
                            .getFirst()
                            .subOrder();
            if (part.state() instanceof Rejected) {
                return part;
            }
            assertThat(Instant.now()).isBefore(limit);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    private SubOrderState state(SubOrder part) {
        return orders.find(part.order(), OrderWorld.SHOPPER)
                .orElseThrow()
                .parts()
                .getFirst()
                .subOrder()
                .state();
    }

    private String lastEvent(SubOrder part) {
        return requireNonNull(
                jdbc.sql(
                                """
                                select kind || ' ' || detail from sub_order_event where sub_order_id = :id order by id desc limit 1
                                """)
                        .param("id", part.id().value())
                        .query((row, _) -> row.getString(1))
                        .single());
    }

    private JsonNode all() {
        return json("/api/v1/desk/exceptions?limit=100").at("/items");
    }

    private JsonNode json(String address) {
        return JSON.readTree(Visitor.text(pages.get().uri(address).exchange()));
    }

    /** As a program decides; the answer's status. */
    private int decide(JsonNode one, Map<String, String> what) {
        Map<String, String> body = new HashMap<>(what);
        body.put("kind", one.at("/kind").asString());
        body.put("item", one.at("/item").asString());
        body.put("by", "Lam");
        body.put("why", "they looked twice");
        return pages.post()
                .uri("/api/v1/desk/exceptions/decisions")
                .header("Content-Type", "application/json")
                .content(JSON.writeValueAsString(body))
                .exchange()
                .getResponse()
                .getStatus();
    }

    private static Map<String, String> form(SubOrder part, Map<String, String> what) {
        Map<String, String> form = new HashMap<>();
        form.put("kind", "PARKED");
        form.put("item", part.id().toString());
        form.put("by", "Lam");
        form.put("why", "they looked twice");
        form.putAll(what);
        return form;
    }

    private MvcTestResult post(Map<String, String> form) {
        return visitor().post("/desk/exceptions/one", form);
    }

    private Visitor visitor() {
        return new Visitor(pages, OrderWorld.SHOPPER);
    }

    private String site() {
        return "http://localhost:" + port;
    }
}
