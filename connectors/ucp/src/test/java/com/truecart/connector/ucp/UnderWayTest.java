package com.truecart.connector.ucp;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.truecart.model.Money;
import com.truecart.spi.IdempotencyKey;
import com.truecart.spi.OrderGateway;
import com.truecart.spi.OrderLine;
import com.truecart.spi.PaymentMethod;
import com.truecart.spi.PlaceRequest;
import com.truecart.spi.PlaceResult;
import com.truecart.spi.QuoteRequest;
import com.truecart.spi.Recipient;
import com.truecart.testkit.LoopbackContext;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A second attempt while the business still works on the first. */
class UnderWayTest {
    private static final String SESSION = "/ucp/checkout-sessions/chk_1";
    private static final String READY =
            """
            {"ucp": {"version": "2026-04-08"}, "id": "chk_1", "status": "ready_for_complete",
             "currency": "HKD", "line_items": [], "totals": []}\
            """;
    private static final String WORKING =
            """
            {"ucp": {"version": "2026-04-08"}, "id": "chk_1", "status": "complete_in_progress",
             "currency": "HKD", "line_items": [], "totals": []}\
            """;

    private final WireMockServer business =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());

    @BeforeEach
    void open() {
        business.start();
        business.stubFor(
                get("/.well-known/ucp")
                        .willReturn(
                                okJson(
                                        """
                                        {"ucp": {"version": "2026-04-08",
                                          "services": {"dev.ucp.shopping": [{
                                            "version": "2026-04-08", "transport": "rest",
                                            "endpoint": "%s/ucp"}]},
                                          "capabilities": {}}}\
                                        """
                                                .formatted(business.baseUrl()))));
    }

    @AfterEach
    void close() {
        business.stop();
    }

    @Test
    void whatIsBeingCompletedIsInDoubtAndNeverRefused() {
        business.stubFor(get(urlPathEqualTo(SESSION)).willReturn(okJson(WORKING)));
        assertThat(placeAgain()).isInstanceOf(PlaceResult.InDoubt.class);
        business.verify(0, postRequestedFor(anyUrl()));
    }

    @Test
    void aRefusedUpdateOfWhatIsBeingCompletedIsInDoubtToo() {
        business.stubFor(
                get(urlPathEqualTo(SESSION))
                        .inScenario("race")
                        .whenScenarioStateIs("Started")
                        .willReturn(okJson(READY))
                        .willSetStateTo("working"));
        business.stubFor(
                get(urlPathEqualTo(SESSION))
                        .inScenario("race")
                        .whenScenarioStateIs("working")
                        .willReturn(okJson(WORKING)));
        business.stubFor(
                put(urlPathEqualTo(SESSION))
                        .willReturn(
                                aResponse()
                                        .withStatus(409)
                                        .withHeader("Content-Type", "application/json")
                                        .withBody(
                                                """
                                                {"code": "conflict", "content": "is being completed"}\
                                                """)));
        assertThat(placeAgain()).isInstanceOf(PlaceResult.InDoubt.class);
    }

    private PlaceResult placeAgain() {
        OrderGateway gateway =
                new UcpProvider()
                        .open(
                                LoopbackContext.with(
                                        Map.of(
                                                "shop",
                                                business.baseUrl(),
                                                "profile",
                                                "https://truecart.example/ucp/profile.json")))
                        .orders()
                        .orElseThrow();
        QuoteRequest goods =
                new QuoteRequest(
                        List.of(new OrderLine("A-1", 1)),
                        Set.of(),
                        new Recipient(
                                "Ka Yan",
                                "Chan",
                                "kayan.chan@example.com",
                                "+85255550123",
                                "Flat 5, 12 Harbour Road",
                                "Wan Chai",
                                "HK",
                                "",
                                "HK"));
        return gateway.place(
                new PlaceRequest(
                        goods, "chk_1", Money.of(1_000, "HKD"), PaymentMethod.CASH_ON_DELIVERY),
                new IdempotencyKey("5f0c7a52-1f0e-4b0e-9d0b-3a1f0f7f6f11"));
    }
}
