package com.truecart.testkit;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.extension.ResponseTransformerV2;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.HttpHeaders;
import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.truecart.spi.Call;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * A WireMock between us and an upstream that lets one call go wrong on a real socket. One serves a
 * whole JVM; it starts with the first fault.
 */
final class WireFaults {
    static final String PAGE_FOR_PEOPLE =
            "<!DOCTYPE html><html><head><title>Just a"
                    + " moment...</title></head><body>Checking</body></html>";

    /** The time limit of a call whose answer is slow. */
    static final Duration IMPATIENCE = Duration.ofMillis(700);

    private static final Duration SLOWER = IMPATIENCE.multipliedBy(2);

    private static final WireFaults SHARED = new WireFaults();

    private final WireMockServer server =
            new WireMockServer(
                    WireMockConfiguration.options()
                            .bindAddress("127.0.0.1")
                            .dynamicPort()
                            .disableRequestJournal()
                            .extensions(new AfterTheWork()));

    private WireFaults() {}

    /**
     * Sends a call so that it goes wrong.
     *
     * @param send sends a call to the place it names
     */
    static <T> T through(Fault fault, Call call, Function<Call, T> send) {
        return SHARED.spoil(fault, call, send);
    }

    private synchronized <T> T spoil(Fault fault, Call call, Function<Call, T> send) {
        if (fault == Fault.NEVER_LEFT) {
            return send.apply(at(closedPort(), call));
        }
        if (!server.isRunning()) {
            server.start();
        }
        URI target = call.uri();
        server.stubFor(
                any(anyUrl())
                        .willReturn(
                                answer(
                                        fault,
                                        target.getScheme() + "://" + target.getRawAuthority())));
        try {
            return send.apply(at(server.port(), call));
        } finally {
            server.resetMappings();
        }
    }

    private static ResponseDefinitionBuilder answer(Fault fault, String upstream) {
        return switch (fault) {
            case THROTTLED ->
                    aResponse()
                            .withStatus(429)
                            .withHeader(
                                    "Retry-After",
                                    Long.toString(LoopbackContext.RETRY_AFTER.toSeconds()));
            case FORBIDDEN -> aResponse().withStatus(403);
            case SLOW ->
                    aResponse()
                            .proxiedFrom(upstream)
                            .withFixedDelay(Math.toIntExact(SLOWER.toMillis()));
            case HTML, TRUNCATED, LOST_ANSWER, RESET, FAILED_AFTER_WORK ->
                    aResponse()
                            .proxiedFrom(upstream)
                            .withTransformers(AfterTheWork.NAME)
                            .withTransformerParameter(AfterTheWork.FAULT, fault.name());
            case NEVER_LEFT, LATE ->
                    throw new IllegalArgumentException(fault + " does not come to the upstream");
        };
    }

    private static Call at(int port, Call call) {
        String uri = call.uri().toString();
        String path = uri.substring(uri.indexOf("//") + 2).replaceFirst("^[^/?]*", "");
        return new Call(
                call.method(),
                URI.create("http://127.0.0.1:" + port + path),
                call.headers(),
                call.body(),
                call.safety());
    }

    private static int closedPort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }

    /** Spoils an answer after the upstream did what was asked. */
    private static final class AfterTheWork implements ResponseTransformerV2 {
        static final String NAME = "after-the-work";
        static final String FAULT = "fault";

        @Override
        public String getName() {
            return NAME;
        }

        @Override
        public boolean applyGlobally() {
            return false;
        }

        @Override
        public Response transform(Response answer, ServeEvent event) {
            Fault fault = Fault.valueOf(event.getTransformerParameters().getString(FAULT));
            return switch (fault) {
                case HTML ->
                        Response.response()
                                .status(200)
                                .headers(
                                        new HttpHeaders(
                                                HttpHeader.httpHeader("Content-Type", "text/html")))
                                .body(PAGE_FOR_PEOPLE.getBytes(StandardCharsets.UTF_8))
                                .build();
                case TRUNCATED -> {
                    byte[] whole = answer.getBody();
                    yield Response.Builder.like(answer)
                            .headers(withoutLength(answer.getHeaders()))
                            .but()
                            .body(Arrays.copyOf(whole, whole.length / 2))
                            .build();
                }
                case FAILED_AFTER_WORK -> Response.response().status(500).build();
                case LOST_ANSWER ->
                        failing(com.github.tomakehurst.wiremock.http.Fault.EMPTY_RESPONSE);
                case RESET ->
                        failing(
                                com.github.tomakehurst.wiremock.http.Fault
                                        .CONNECTION_RESET_BY_PEER);
                case SLOW, LATE, NEVER_LEFT, THROTTLED, FORBIDDEN ->
                        throw new IllegalArgumentException(fault + " spoils no answer");
            };
        }

        private static Response failing(com.github.tomakehurst.wiremock.http.Fault fault) {
            return Response.response().fault(fault).build();
        }

        private static HttpHeaders withoutLength(HttpHeaders headers) {
            List<HttpHeader> kept =
                    headers.all().stream()
                            .filter(header ->
                                    !header.keyEquals("Content-Length")
                                            && !header.keyEquals("Transfer-Encoding"))
                            .toList();
            return new HttpHeaders(kept);
        }
    }
}
