package com.truecart.app.tracking;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.truecart.app.TruecartApplication;
import com.truecart.app.order.OrderId;
import com.truecart.app.order.OrderWorld;
import com.truecart.app.order.Orders;
import com.truecart.app.testing.AppSettings;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What carriers say stands on the order's page, whether we asked or were told. */
@SpringBootTest(
        classes = TruecartApplication.class,
        properties = {
            "truecart.demo.enabled=false",
            "truecart.pipeline.scheduled=false",
            "truecart.http.allowed-hosts=127.0.0.1,localhost",
            "truecart.public-address=https://truecart.example",
            "truecart.carriers.kuaidi100.customer=cust",
            "truecart.carriers.kuaidi100.key=key",
            "truecart.carriers.kuaidi100.salt=salt",
            "truecart.carriers.seventeen-track.token=token"
        })
@AutoConfigureMockMvc
class TrackingTest {
    private static final WireMockServer SERVICES =
            new WireMockServer(wireMockConfig().dynamicPort());

    @Autowired private MockMvcTester pages;
    @Autowired private Orders orders;
    @Autowired private ParcelWatch watch;
    @Autowired private JdbcClient jdbc;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        SERVICES.start();
        AppSettings.fresh(registry, "tracking");
        registry.add("truecart.carriers.kuaidi100.api", SERVICES::baseUrl);
        registry.add("truecart.carriers.seventeen-track.api", SERVICES::baseUrl);
    }

    @AfterAll
    static void stop() {
        SERVICES.stop();
    }

    @Test
    void whatTheCarrierSaidIsAskedForAndWhatItSaysLaterIsTold() {
        SERVICES.stubFor(
                post(urlPathEqualTo("/poll"))
                        .willReturn(okJson("{\"result\":true,\"returnCode\":\"200\"}")));
        SERVICES.stubFor(
                post(urlPathEqualTo("/poll/query.do"))
                        .withRequestBody(containing("YT100"))
                        .willReturn(
                                okJson(
                                        """
                                        {"state":"0","status":"200","nu":"YT100","data":[
                                          {"ftime":"2026-11-24 20:00:00","context":"快件到达 深圳","status":"在途"},
                                          {"ftime":"2026-11-24 09:00:00","context":"已揽件","status":"揽收"}]}
                                        """)));
        OrderId order = shipped("YT100", "圆通速递");
        watch.ask();

        assertThat(nextAsk(order)).as("it tells us by itself").isEqualTo("some hours on");
        assertThat(page(order, "en"))
                .contains("picked up: 已揽件", "on its way: 快件到达 深圳", "by Kuaidi100")
                .doesNotContain("??");
        assertThat(page(order, "zh-CN")).contains("已揽收: 已揽件", "来自快递100").doesNotContain("??");
        SERVICES.verify(
                postRequestedFor(urlPathEqualTo("/poll"))
                        .withRequestBody(
                                containing("truecart.example%2Fhooks%2Fcarriers%2Fkuaidi100")));

        String news =
                "{\"lastResult\":{\"state\":\"5\",\"nu\":\"YT100\",\"data\":[{\"ftime\":\"2026-11-25 08:00:00\",\"context\":\"派送中 <b>\",\"status\":\"派件\"}]}}";
        assertThat(push(news, md5(news + "salt"))).hasStatusOk();
        assertThat(push(news, md5(news + "salt"))).hasStatusOk();
        assertThat(page(order, "en")).containsOnlyOnce("out for delivery: 派送中 &lt;b&gt;");
    }

    @Test
    void aForgedPushChangesNothingAndOneOfAnUnknownParcelIsTaken() {
        OrderId order = shipped("YT200", "圆通速递");
        String forged =
                "{\"lastResult\":{\"state\":\"3\",\"nu\":\"YT200\",\"data\":[{\"ftime\":\"2026-11-25 08:00:00\",\"context\":\"x\",\"status\":\"签收\"}]}}";
        assertThat(push(forged, md5(forged + "another salt"))).hasStatus(401);
        assertThat(page(order, "en")).doesNotContain("by Kuaidi100");
        String unknown = forged.replace("YT200", "YT201");
        assertThat(push(unknown, md5(unknown + "salt"))).hasStatusOk();
        String broken = "no JSON";
        assertThat(push(broken, md5(broken + "salt"))).hasStatus(422);
        assertThat(
                        pages.post()
                                .uri("/hooks/carriers/nobody")
                                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                                .content("a=b")
                                .exchange())
                .hasStatus(404);
    }

    @Test
    void carriersOfTheWorldAreAskedBy17TrackUntilTheParcelIsThere() {
        SERVICES.stubFor(
                post(urlPathEqualTo("/register"))
                        .willReturn(
                                okJson(
                                        "{\"code\":0,\"data\":{\"accepted\":[{\"number\":\"RR1HK\"}]}}")));
        SERVICES.stubFor(
                post(urlPathEqualTo("/gettrackinfo"))
                        .willReturn(
                                okJson(
                                        """
                                        {"code":0,"data":{"accepted":[{"number":"RR1HK","track_info":{"tracking":{"providers":[
                                          {"events":[{"time_utc":"2026-11-25T08:00:00Z","description":"Left at the door","stage":"Delivered"}]}]}}}]}}
                                        """)));
        OrderId order = shipped("RR1HK", "Hongkong Post");
        watch.ask();
        assertThat(nextAsk(order)).isEqualTo("never");
        assertThat(page(order, "en"))
                .contains("delivered: Left at the door", "by 17TRACK")
                .as("only the store says that the order has arrived")
                .contains("It has left the store.");
    }

    @Test
    void aServiceThatFailsIsAskedAgainLaterAndHidesNothing() {
        SERVICES.stubFor(
                post(urlPathEqualTo("/poll/query.do"))
                        .withRequestBody(containing("YT300"))
                        .willReturn(aResponse().withStatus(500)));
        OrderId order = shipped("YT300", "圆通速递");
        watch.ask();
        assertThat(nextAsk(order)).isEqualTo("soon");
        assertThat(page(order, "en")).contains("YT300");
    }

    @Test
    void lateAndStuckPartsAreSaid() {
        OrderId order = shipped("YT400", "圆通速递");
        jdbc.sql(
                        "update sub_order set arrives_by = now() - interval '1 day' where order_id = :order")
                .param("order", order.value())
                .update();
        assertThat(page(order, "en")).contains("It should have been there by");
        assertThat(page(order, "zh-CN")).contains("尚未送达");
        jdbc.sql(
                        "update sub_order set arrives_by = null, changed_at = now() - interval '5 days' where order_id = :order")
                .param("order", order.value())
                .update();
        assertThat(page(order, "en")).contains("nothing was heard of it since");
        jdbc.sql(
                        "update sub_order set arrives_by = now() + interval '2 days', changed_at = now() where order_id = :order")
                .param("order", order.value())
                .update();
        assertThat(page(order, "en")).contains("Promised by");
    }

    private OrderId shipped(String number, String carrier) {
        OrderId order =
                orders.open(
                        OrderWorld.newOrder(OrderWorld.checkout(jdbc, Instant.now()), List.of()));
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() ->
                        jdbc.sql("select state from sub_order where order_id = :order")
                                .param("order", order.value())
                                .query(String.class)
                                .single()
                                .equals("rejected"));
        jdbc.sql(
                        """
                        update sub_order set state = 'shipped', changed_at = now(), version = version + 1, next_check_at = null,
                            details = '{"storeOrder": "S1", "charged": {"minor": 1290, "currency": "HKD"}, "storeWord": ""}'
                        where order_id = :order
                        """)
                .param("order", order.value())
                .update();
        jdbc.sql(
                        """
                        insert into parcel (sub_order_id, tracking_number, carrier)
                        select id, :number, :carrier from sub_order where order_id = :order
                        """)
                .param("number", number)
                .param("carrier", carrier)
                .param("order", order.value())
                .update();
        return order;
    }

    /** In words, as it depends on the moment; the application may be asking by itself just now. */
    private String nextAsk(OrderId order) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(
                        () ->
                                jdbc.sql(
                                                """
                                                select case when ask_at is null then 'never'
                                                            when ask_at > now() + interval '2 hours' then 'some hours on'
                                                            when ask_at > now() + interval '10 minutes' then 'soon' else 'now' end
                                                from parcel p join sub_order s on s.id = p.sub_order_id where s.order_id = :order
                                                """)
                                        .param("order", order.value())
                                        .query(String.class)
                                        .single(),
                        words -> !words.equals("now"));
    }

    private MvcTestResult push(String param, String sign) {
        return pages.post()
                .uri("/hooks/carriers/kuaidi100")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .content(
                        "sign="
                                + sign
                                + "&param="
                                + java.net.URLEncoder.encode(param, StandardCharsets.UTF_8))
                .exchange();
    }

    private static String md5(String text) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("MD5")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private String page(OrderId order, String language) {
        MvcTestResult page =
                pages.get()
                        .uri("/orders/" + order)
                        .header("Accept-Language", language)
                        .cookie(
                                new jakarta.servlet.http.Cookie(
                                        "truecart-shopper", OrderWorld.SHOPPER.toString()))
                        .exchange();
        return new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
