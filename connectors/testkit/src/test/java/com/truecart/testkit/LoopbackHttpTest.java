package com.truecart.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import com.truecart.spi.Call;
import com.truecart.spi.Call.Safety;
import com.truecart.spi.Reply;
import com.truecart.spi.UpstreamException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoopbackHttpTest {
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void anAnswerOfAnyOtherStatusIsTheConnectorsToJudge() {
        answer(404, "{\"code\":\"gone\"}");
        Reply reply = send(read());
        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.body()).isEqualTo("{\"code\":\"gone\"}");
    }

    @Test
    void aRedirectIsNotFollowed() {
        answer(302, "");
        assertThat(send(read()).status()).isEqualTo(302);
    }

    @Test
    void aBadGatewayIsUnavailableToAReadAndDoubtToAWrite() {
        answer(502, "");
        assertThatThrownBy(() -> send(read())).isInstanceOf(UpstreamException.Unavailable.class);
        assertThatThrownBy(() -> send(write())).isInstanceOf(UpstreamException.Unanswered.class);
    }

    @Test
    void tooManyRequestsSaysHowLongToWait() {
        server.createContext(
                "/",
                exchange -> {
                    exchange.getResponseHeaders().set("Retry-After", "12");
                    exchange.sendResponseHeaders(429, -1);
                    exchange.close();
                });
        UpstreamException.Throttled throttled =
                catchThrowableOfType(UpstreamException.Throttled.class, () -> send(write()));
        assertThat(throttled.retryAfter()).contains(Duration.ofSeconds(12));
    }

    @Test
    void forbiddenIsRefused() {
        answer(403, "");
        assertThatThrownBy(() -> send(read())).isInstanceOf(UpstreamException.Refused.class);
    }

    @Test
    void nobodyListeningIsSurelyNotDone() {
        int port = server.getAddress().getPort();
        server.stop(0);
        assertThatThrownBy(() -> send(write(), port, Duration.ofSeconds(5)))
                .isInstanceOf(UpstreamException.Unavailable.class);
    }

    @Test
    void aConnectionCutAfterSendingIsDoubt() {
        server.createContext("/", exchange -> exchange.close());
        assertThatThrownBy(() -> send(write())).isInstanceOf(UpstreamException.Unanswered.class);
    }

    @Test
    void noAnswerInTimeIsDoubt() {
        server.createContext("/", _ -> {});
        assertThatThrownBy(
                        () -> send(write(), server.getAddress().getPort(), Duration.ofMillis(200)))
                .isInstanceOf(UpstreamException.Unanswered.class);
    }

    private void answer(int status, String body) {
        server.createContext(
                "/",
                exchange -> {
                    byte[] bytes = body.getBytes(java.nio.charset.StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
                    exchange.getResponseBody().write(bytes);
                    exchange.close();
                });
    }

    private static Call read() {
        return Call.get(URI.create("/"));
    }

    private static Call write() {
        return Call.postJson(URI.create("/"), "{}", Safety.ONE_SHOT_WRITE);
    }

    private Reply send(Call call) {
        return send(call, server.getAddress().getPort(), Duration.ofSeconds(5));
    }

    private static Reply send(Call call, int port, Duration patience) {
        URI uri = URI.create("http://127.0.0.1:" + port + "/");
        return LoopbackContext.with(Map.of())
                .patience(patience)
                .http()
                .send(new Call(call.method(), uri, call.headers(), call.body(), call.safety()));
    }
}
