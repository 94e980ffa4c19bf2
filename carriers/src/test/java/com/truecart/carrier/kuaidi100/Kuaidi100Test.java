package com.truecart.carrier.kuaidi100;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.truecart.carrier.CarrierService.Heard;
import com.truecart.carrier.Scan;
import com.truecart.carrier.Stage;
import com.truecart.carrier.Waybill;
import com.truecart.spi.Delivery;
import com.truecart.spi.UpstreamException;
import com.truecart.testkit.LoopbackContext;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Signatures are compared with ones made by md5sum, not by our own code. */
class Kuaidi100Test {
    @RegisterExtension
    static final WireMockExtension SERVICE =
            WireMockExtension.newInstance().options(wireMockConfig().dynamicPort()).build();

    private static final String PUSHED =
            """
            {"status":"polling","lastResult":{"state":"3","nu":"YT1","com":"yuantong","data":[{"ftime":"2026-11-25 18:03:00","context":"已签收","status":"签收"},{"ftime":"2026-11-25 09:12:00","context":"派送中","status":"派件"}]}}\
            """
                    .strip();

    private final Kuaidi100 kuaidi100 =
            new Kuaidi100(
                    LoopbackContext.with(
                            Map.of(
                                    "api", SERVICE.baseUrl(),
                                    "customer", "cust",
                                    "key", "key",
                                    "salt", "salt-1")));

    private static final Waybill PARCEL = new Waybill("YT1", Optional.of("圆通速递"), Optional.empty());

    @Test
    void aLookIsSignedAndReadOldestFirstInShanghaiTime() {
        answers(
                "/poll/query.do",
                """
                {"message":"ok","state":"5","status":"200","com":"yuantong","nu":"YT1","data":[
                  {"time":"2026-11-25 09:12:00","ftime":"2026-11-25 09:12:00","context":"派送中"},
                  {"time":"2026-11-24 20:00:00","ftime":"2026-11-24 20:00:00","context":"快件已揽收","status":"揽收"},
                  {"ftime":"at night","context":"no time"}]}
                """);
        assertThat(kuaidi100.look(PARCEL))
                .containsExactly(
                        new Scan(Instant.parse("2026-11-24T12:00:00Z"), Stage.PICKED_UP, "快件已揽收"),
                        new Scan(
                                Instant.parse("2026-11-25T01:12:00Z"),
                                Stage.OUT_FOR_DELIVERY,
                                "派送中"));
        SERVICE.verify(
                postRequestedFor(urlPathEqualTo("/poll/query.do"))
                        .withFormParam("customer", equalTo("cust"))
                        .withFormParam(
                                "param",
                                equalTo(
                                        "{\"com\":\"yuantong\",\"num\":\"YT1\",\"resultv2\":\"1\"}"))
                        .withFormParam("sign", equalTo("E28B5E0D475353FE959CEF45961EC307")));
    }

    @Test
    void whatIsNotKnownYetIsNoFailure() {
        answers(
                "/poll/query.do",
                "{\"result\":false,\"returnCode\":\"500\",\"message\":\"查询无结果，请隔段时间再查\"}");
        assertThat(kuaidi100.look(PARCEL)).isEmpty();
    }

    @Test
    void aWrongKeyIsTheOperatorsBusiness() {
        answers(
                "/poll/query.do",
                "{\"result\":false,\"returnCode\":\"503\",\"message\":\"验证签名失败\"}");
        assertThatThrownBy(() -> kuaidi100.look(PARCEL))
                .isInstanceOf(UpstreamException.Refused.class)
                .hasMessageContaining("验证签名失败");
    }

    @Test
    void followingTwiceIsTheSameAsOnce() {
        URI callback = URI.create("https://truecart.example/hooks/carriers/kuaidi100");
        answers("/poll", "{\"result\":true,\"returnCode\":\"200\",\"message\":\"提交成功\"}");
        kuaidi100.follow(PARCEL, callback);
        answers("/poll", "{\"result\":false,\"returnCode\":\"501\",\"message\":\"重复订阅\"}");
        kuaidi100.follow(PARCEL, callback);
        answers("/poll", "{\"result\":false,\"returnCode\":\"701\",\"message\":\"拒绝订阅的快递公司\"}");
        assertThatThrownBy(() -> kuaidi100.follow(PARCEL, callback))
                .isInstanceOf(UpstreamException.Refused.class);
    }

    @Test
    void aPushIsReadAndAnswered() {
        Heard.Told told =
                (Heard.Told) kuaidi100.hear(push(PUSHED, "971511050fef570e03ed60d8dcd41d94"));
        assertThat(told.number()).isEqualTo("YT1");
        assertThat(told.scans())
                .extracting(Scan::stage)
                .containsExactly(Stage.OUT_FOR_DELIVERY, Stage.DELIVERED);
        assertThat(told.answer()).contains("\"returnCode\":\"200\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "971511050fef570e03ed60d8dcd41d95", "%%%"})
    void aPushOfSomebodyElseIsForged(String sign) {
        assertThat(kuaidi100.hear(push(PUSHED, sign))).isInstanceOf(Heard.Forged.class);
    }

    @Test
    void aPushWithOneLetterChangedIsForged() {
        assertThat(
                        kuaidi100.hear(
                                push(
                                        PUSHED.replace("签收", "派件"),
                                        "971511050fef570e03ed60d8dcd41d94")))
                .isInstanceOf(Heard.Forged.class);
    }

    @ParameterizedTest
    @CsvSource({
        "顺丰速运, true",
        "SF Express, true",
        "shunfeng, true",
        "中通快递, true",
        "Royal Mail, false",
        "Bestway Cargo, false"
    })
    void itCoversTheCarriersItCanName(String carrier, boolean covered) {
        assertThat(kuaidi100.covers(new Waybill("1", Optional.of(carrier), Optional.empty())))
                .isEqualTo(covered);
    }

    private static Delivery push(String param, String sign) {
        String body =
                "sign="
                        + URLEncoder.encode(sign, StandardCharsets.UTF_8)
                        + "&param="
                        + URLEncoder.encode(param, StandardCharsets.UTF_8);
        return new Delivery(
                "POST",
                URI.create("https://truecart.example/hooks/carriers/kuaidi100"),
                Map.of(),
                body,
                Instant.EPOCH);
    }

    private static void answers(String path, String json) {
        SERVICE.stubFor(
                post(urlPathEqualTo(path))
                        .willReturn(
                                aResponse()
                                        .withHeader(
                                                "Content-Type", "application/json;charset=UTF-8")
                                        .withBody(json)));
    }
}
