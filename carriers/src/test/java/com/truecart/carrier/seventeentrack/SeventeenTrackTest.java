package com.truecart.carrier.seventeentrack;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The signature of a push is compared with one made by sha256sum, not by our own code. */
class SeventeenTrackTest {
    @RegisterExtension
    static final WireMockExtension SERVICE =
            WireMockExtension.newInstance().options(wireMockConfig().dynamicPort()).build();

    private static final Waybill PARCEL =
            new Waybill("RR1", Optional.of("Hongkong Post"), Optional.of("4567"));
    private static final String PUSHED =
            """
            {"event":"TRACKING_UPDATED","data":{"number":"RR1","track_info":{"tracking":{"providers":[{"events":[{"time_utc":"2026-11-25T10:00:00Z","description":"Delivered, front door","location":"HONG KONG","stage":"Delivered"}]}]}}}}\
            """
                    .strip();

    private final SeventeenTrack track =
            new SeventeenTrack(
                    LoopbackContext.with(Map.of("api", SERVICE.baseUrl(), "token", "token-17")));

    @Test
    void whatEveryCarrierSaidIsReadOldestFirst() {
        answers(
                "/gettrackinfo",
                """
                {"code":0,"data":{"accepted":[{"number":"RR1","track_info":{"tracking":{"providers":[
                  {"events":[{"time_utc":"2026-11-25T08:00:00Z","description":"Out for delivery","sub_status":"OutForDelivery_Other"},
                             {"time_utc":"2026-11-23T08:00:00Z","description":"Accepted","stage":"PickedUp"}]},
                  {"events":[{"time_iso":"2026-11-24T16:00:00+08:00","description":"Held","stage":"SomethingNew"},
                             {"time_utc":"soon","description":"no time"}]}]}}}],"rejected":[]}}
                """);
        assertThat(track.look(PARCEL))
                .containsExactly(
                        new Scan(
                                Instant.parse("2026-11-23T08:00:00Z"), Stage.PICKED_UP, "Accepted"),
                        new Scan(Instant.parse("2026-11-24T08:00:00Z"), Stage.UNMAPPED, "Held"),
                        new Scan(
                                Instant.parse("2026-11-25T08:00:00Z"),
                                Stage.OUT_FOR_DELIVERY,
                                "Out for delivery"));
        SERVICE.verify(
                postRequestedFor(urlPathEqualTo("/gettrackinfo"))
                        .withHeader("17token", equalTo("token-17"))
                        .withRequestBody(equalToJson("[{\"number\":\"RR1\",\"param\":\"4567\"}]")));
    }

    @Test
    void aNumberThatIsNotRegisteredIsRegisteredByTheLook() {
        answers("/gettrackinfo", rejected(-18019902));
        answers("/register", "{\"code\":0,\"data\":{\"accepted\":[{\"number\":\"RR1\"}]}}");
        assertThat(track.look(PARCEL)).isEmpty();
        SERVICE.verify(postRequestedFor(urlPathEqualTo("/register")));
    }

    @Test
    void registeringTwiceIsTheSameAsOnce() {
        answers("/register", rejected(-18019901));
        track.follow(PARCEL, URI.create("https://truecart.example/hooks/carriers/17track"));
        answers("/register", rejected(-18019910));
        assertThatThrownBy(() ->
                        track.follow(
                                PARCEL,
                                URI.create("https://truecart.example/hooks/carriers/17track")))
                .isInstanceOf(UpstreamException.Refused.class)
                .hasMessageContaining("-18019910");
    }

    @Test
    void aPushIsReadOnlyWhereItIsSigned() {
        Heard heard =
                track.hear(
                        push(
                                PUSHED,
                                "e5185bfc5d304bfdd817a10691f69fd13a7ff91918007fb8d76c441d8824775f"));
        assertThat(heard)
                .isEqualTo(
                        new Heard.Told(
                                "RR1",
                                List.of(
                                        new Scan(
                                                Instant.parse("2026-11-25T10:00:00Z"),
                                                Stage.DELIVERED,
                                                "Delivered, front door (HONG KONG)")),
                                "OK"));
        assertThat(track.hear(push(PUSHED, ""))).isInstanceOf(Heard.Forged.class);
        assertThat(
                        track.hear(
                                push(
                                        PUSHED.replace("RR1", "RR2"),
                                        "e5185bfc5d304bfdd817a10691f69fd13a7ff91918007fb8d76c441d8824775f")))
                .isInstanceOf(Heard.Forged.class);
    }

    private static String rejected(long code) {
        return "{\"code\":0,\"data\":{\"accepted\":[],\"rejected\":[{\"number\":\"RR1\",\"error\":{\"code\":"
                + code
                + ",\"message\":\"\"}}]}}";
    }

    private static Delivery push(String body, String sign) {
        return new Delivery(
                "POST",
                URI.create("https://truecart.example/hooks/carriers/17track"),
                Map.of("sign", List.of(sign)),
                body,
                Instant.EPOCH);
    }

    private static void answers(String path, String json) {
        SERVICE.stubFor(
                post(urlPathEqualTo(path))
                        .willReturn(
                                aResponse()
                                        .withHeader("Content-Type", "application/json")
                                        .withBody(json)));
    }
}
