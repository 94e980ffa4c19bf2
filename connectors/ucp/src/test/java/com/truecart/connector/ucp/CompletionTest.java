package com.truecart.connector.ucp;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.truecart.model.Money;
import com.truecart.spi.IdempotencyKey;
import com.truecart.spi.OrderLine;
import com.truecart.spi.PaymentMethod;
import com.truecart.spi.PlaceRequest;
import com.truecart.spi.PlaceResult;
import com.truecart.spi.QuoteRequest;
import com.truecart.spi.Recipient;
import com.truecart.spi.UpstreamException;
import com.truecart.testkit.LoopbackContext;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the answers to placing say of an order that nobody has seen. */
class CompletionTest {
    private static final String SESSION = "/ucp/checkout-sessions/chk_1";
    private static final String READY =
            """
            {"ucp": {"version": "2026-04-08", "payment_handlers": {"com.example.cash": [
               {"id": "h1", "available_instruments": [{"type": "cash_on_delivery"}]}]}},
             "id": "chk_1", "status": "ready_for_complete", "currency": "HKD",
             "line_items": [{"id": "li_1", "item": {"id": "A-1", "title": "Cup", "price": 1000},
               "quantity": 1, "totals": [{"type": "subtotal", "amount": 1000}]}],
             "totals": [{"type": "total", "amount": 1000}]}\
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
        business.stubFor(get(urlPathEqualTo(SESSION)).willReturn(okJson(READY)));
        business.stubFor(put(urlPathEqualTo(SESSION)).willReturn(okJson(READY)));
    }

    @AfterEach
    void close() {
        business.stop();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 402, 404, 422})
    void aStatusThatMeansNoOrderIsARefusalWhileTheCheckoutIsStillOpen(int status) {
        completing(said(status, "{\"code\": \"declined\", \"content\": \"no\"}"));
        assertThat(place()).isInstanceOf(PlaceResult.Rejected.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {409, 410, 412, 425})
    void anyOtherStatusIsDoubtThoughTheCheckoutIsStillOpen(int status) {
        completing(said(status, "{\"code\": \"payment_failed\", \"content\": \"no\"}"));
        assertThat(place()).isInstanceOf(PlaceResult.InDoubt.class);
    }

    @Test
    void aBusinessErrorIsARefusalOnlyInTheProtocolsOwnWords() {
        completing(okJson(businessError("payment_failed")));
        assertThat(place()).isInstanceOf(PlaceResult.Rejected.class);
        completing(okJson(businessError("try_again")));
        assertThat(place()).isInstanceOf(PlaceResult.InDoubt.class);
    }

    @Test
    void aCheckoutThatIsBeingCompletedIsDoubtThoughAReadShowsItOpen() {
        completing(okJson(READY.replace("ready_for_complete", "complete_in_progress")));
        assertThat(place()).isInstanceOf(PlaceResult.InDoubt.class);
    }

    @Test
    void aBusinessThatFailsToShowTheCheckoutIsAskedLater() {
        business.stubFor(get(urlPathEqualTo(SESSION)).willReturn(said(500, "{}")));
        assertThatThrownBy(this::place).isInstanceOf(UpstreamException.Unavailable.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 410})
    void aCheckoutThatIsNoLongerKnownMayHaveBeenBoughtBefore(int status) {
        business.stubFor(
                get(urlPathEqualTo(SESSION))
                        .willReturn(
                                said(status, "{\"code\": \"not_found\", \"content\": \"gone\"}")));
        assertThat(place()).isInstanceOf(PlaceResult.InDoubt.class);
    }

    private void completing(ResponseDefinitionBuilder answer) {
        business.stubFor(post(urlPathEqualTo(SESSION + "/complete")).willReturn(answer));
    }

    private static ResponseDefinitionBuilder said(int status, String json) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json")
                .withBody(json);
    }

    private static String businessError(String code) {
        return """
        {"ucp": {"version": "2026-04-08", "status": "error"}, "messages": [
          {"type": "error", "code": "%s", "content": "no", "severity": "unrecoverable"}]}\
        """
                .formatted(code);
    }

    private PlaceResult place() {
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
        return new UcpProvider()
                .open(
                        LoopbackContext.with(
                                Map.of(
                                        "shop",
                                        business.baseUrl(),
                                        "profile",
                                        "https://truecart.example/ucp/profile.json")))
                .orders()
                .orElseThrow()
                .place(
                        new PlaceRequest(
                                goods,
                                "chk_1",
                                Money.of(1_000, "HKD"),
                                PaymentMethod.CASH_ON_DELIVERY),
                        new IdempotencyKey("5f0c7a52-1f0e-4b0e-9d0b-3a1f0f7f6f11"));
    }
}
