package com.truecart.app.connection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import com.truecart.spi.Budget;
import com.truecart.spi.Call;
import com.truecart.spi.Secret;
import com.truecart.spi.UpstreamException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpTest {
    private static final Budget BUDGET =
            new Budget(1000, 4, Duration.ofMillis(1500), 10_000, 1 << 20);

    private HttpServer server;
    private Exchange exchange;
    private HostHttp http;
    private final AtomicInteger calls = new AtomicInteger();

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        exchange = new Exchange(new AddressGuard(new HttpSettings(List.of("127.0.0.1"))));
        http = http(exchange);
    }

    private static HostHttp http(Exchange exchange) {
        return http(exchange, Instant.MAX);
    }

    private static HostHttp http(Exchange exchange, Instant lastDeparture) {
        return http(exchange, lastDeparture, Optional.empty());
    }

    private static HostHttp http(
            Exchange exchange, Instant lastDeparture, Optional<Witness> witness) {
        return new HostHttp(
                "shop",
                BUDGET,
                new Limits("shop", BUDGET, Duration.ofMillis(5)),
                exchange,
                new Wire(List.of(new Secret("hunter2"))),
                _ -> "shop",
                Snapshots.NONE,
                Clock.systemUTC(),
                new SimpleMeterRegistry(),
                lastDeparture,
                witness);
    }

    @AfterEach
    void close() throws IOException {
        server.stop(0);
        exchange.close();
    }

    private URI serve(HttpHandler handler) {
        server.createContext(
                "/",
                call -> {
                    calls.incrementAndGet();
                    handler.handle(call);
                    call.close();
                });
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/x?key=hunter2");
    }

    private static HttpHandler status(int status) {
        return call -> call.sendResponseHeaders(status, -1);
    }

    private static Call write(URI uri, Call.Safety safety) {
        return Call.postJson(uri, "{}", safety);
    }

    @Test
    void aWitnessSeesEveryCallAlsoThoseThatFail() {
        List<Exchanged> seen = new ArrayList<>();
        HostHttp watched = http(exchange, Instant.MAX, Optional.of(one -> seen.add(one.get())));
        URI uri =
                serve(call -> {
                    boolean first = calls.get() == 1;
                    byte[] body =
                            (first
                                            ? "<html><title>hunter2 is down</title></html>"
                                            : "{\"id\":7,\"order_key\":\"wc_1\"}")
                                    .getBytes(StandardCharsets.UTF_8);
                    call.sendResponseHeaders(first ? 503 : 201, body.length);
                    call.getResponseBody().write(body);
                });
        assertThatThrownBy(() -> watched.send(write(uri, Call.Safety.ONE_SHOT_WRITE)))
                .isInstanceOf(UpstreamException.Unanswered.class);
        watched.send(
                Call.postJson(
                        uri,
                        "{\"email\":\"mei@example.hk\",\"sku\":\"rice\"}",
                        Call.Safety.ONE_SHOT_WRITE));

        assertThat(seen).extracting(Exchanged::status).containsExactly(503, 201);
        assertThat(seen.getFirst().received()).isEqualTo("(43 characters of a page: **** is down)");
        assertThat(seen.getFirst().failure()).contains("it failed (503)");
        assertThat(seen.getLast().request())
                .startsWith("POST http://127.0.0.1:")
                .endsWith("key=****");
        assertThat(seen.getLast().sent()).isEqualTo("{\"email\":\"****\",\"sku\":\"rice\"}");
        assertThat(seen.getLast().received()).isEqualTo("{\"id\":7,\"order_key\":\"****\"}");
    }

    @Test
    void aWitnessSeesThatNoAnswerCame() {
        List<Exchanged> seen = new ArrayList<>();
        HostHttp watched = http(exchange, Instant.MAX, Optional.of(one -> seen.add(one.get())));
        URI uri = serve(_ -> {});
        assertThatThrownBy(() -> watched.send(write(uri, Call.Safety.ONE_SHOT_WRITE)))
                .isInstanceOf(UpstreamException.Unanswered.class);

        assertThat(seen).hasSize(1);
        assertThat(seen.getFirst().status()).isZero();
        assertThat(seen.getFirst().failure()).contains("no whole answer").doesNotContain("hunter2");
    }

    @Test
    void callsLeaveAsFarApartAsTheUpstreamAsks() {
        Limits limits = new Limits("shop", BUDGET, Duration.ofMillis(5));
        List<Long> departures = new ArrayList<>();
        limits.pace(Duration.ofMillis(150));
        long begun = System.nanoTime();
        for (int i = 0; i < 3; i++) {
            limits.run(Call.Safety.READ, () -> departures.add(System.nanoTime()));
        }
        // from before the first call: a departure is noted late, never early
        assertThat(departures)
                .allSatisfy(departure ->
                        assertThat(departure - begun)
                                .isGreaterThanOrEqualTo(
                                        Duration.ofMillis(150)
                                                .multipliedBy(departures.indexOf(departure))
                                                .toNanos()));
    }

    @ParameterizedTest
    @CsvSource({
        "401, READ, Refused, 1",
        "403, ONE_SHOT_WRITE, Refused, 1",
        "429, READ, Throttled, 3",
        "429, ONE_SHOT_WRITE, Throttled, 1",
        "503, READ, Unavailable, 3",
        "503, ONE_SHOT_WRITE, Unanswered, 1",
        "500, ONE_SHOT_WRITE, Unanswered, 1",
        "500, REPEATABLE_WRITE, Unanswered, 3",
    })
    void anAnswerThatIsNoneSaysWhetherItMayHaveHappened(
            int status, Call.Safety safety, String kind, int tries) {
        URI uri = serve(status(status));

        assertThatExceptionOfType(UpstreamException.class)
                .isThrownBy(() -> http.send(write(uri, safety)))
                .satisfies(e -> assertThat(e.getClass().getSimpleName()).isEqualTo(kind))
                .withMessageNotContaining("hunter2");
        assertThat(calls).hasValue(tries);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 404, 409, 422, 500})
    void whatIsSuccessIsForTheConnectorToSay(int status) {
        URI uri = serve(status(status));

        assertThat(http.send(Call.get(uri)).status()).isEqualTo(status);
        assertThat(calls).hasValue(1);
    }

    @Test
    void anOrderWhoseAnswerIsLostIsNeverSentAgain() {
        URI uri = serve(call -> call.close());

        assertThatExceptionOfType(UpstreamException.Unanswered.class)
                .isThrownBy(() -> http.send(write(uri, Call.Safety.ONE_SHOT_WRITE)));
        assertThat(calls).hasValue(1);
    }

    @Test
    void aRepeatThatIsTurnedAwayLeavesTheTryBeforeItInDoubt() {
        AtomicInteger tries = new AtomicInteger();
        URI uri =
                serve(call -> {
                    if (tries.incrementAndGet() == 1) {
                        call.close();
                    } else {
                        call.sendResponseHeaders(401, -1);
                    }
                });

        assertThatExceptionOfType(UpstreamException.Unanswered.class)
                .isThrownBy(() -> http.send(write(uri, Call.Safety.REPEATABLE_WRITE)))
                .withMessageContaining("it will not serve us (401)");
        assertThat(calls).hasValue(2);
    }

    @Test
    void anOrderHeldUpTooLongDoesNotLeaveAnyMore() {
        URI uri = serve(status(200));
        HostHttp late = http(exchange, Instant.now().minusMillis(1));

        assertThatExceptionOfType(UpstreamException.Unavailable.class)
                .isThrownBy(() -> late.send(write(uri, Call.Safety.ONE_SHOT_WRITE)))
                .matches(UpstreamException::surelyNotDone);
        assertThat(calls).hasValue(0);
        assertThat(late.send(Call.get(uri)).status()).isEqualTo(200);
    }

    @Test
    void anOrderThatNeverLeftIsSurelyNotDone() {
        assertThatExceptionOfType(UpstreamException.Unavailable.class)
                .isThrownBy(() ->
                        http.send(
                                write(
                                        URI.create("http://127.0.0.1:1/x"),
                                        Call.Safety.ONE_SHOT_WRITE)))
                .matches(UpstreamException::surelyNotDone);
    }

    @Test
    void anAnswerThatDripsForEverEndsWithTheTimeLimit() {
        URI uri =
                serve(call -> {
                    call.sendResponseHeaders(200, 0);
                    for (int i = 0; i < 100; i++) {
                        call.getResponseBody().write('x');
                        call.getResponseBody().flush();
                        java.util.concurrent.locks.LockSupport.parkNanos(100_000_000);
                    }
                });
        long start = System.nanoTime();

        assertThatExceptionOfType(UpstreamException.Unanswered.class)
                .isThrownBy(() -> http.send(write(uri, Call.Safety.ONE_SHOT_WRITE)));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void anAnswerLargerThanAllowedIsRefused() {
        URI uri =
                serve(call -> {
                    call.sendResponseHeaders(200, 0);
                    call.getResponseBody().write(new byte[20_000]);
                });

        assertThatExceptionOfType(UpstreamException.Drifted.class)
                .isThrownBy(() -> http.send(Call.get(uri)))
                .withMessageContaining("10000 bytes");
    }

    @Test
    void aReadFollowsARedirectAndAWriteDoesNot() {
        URI uri =
                serve(call -> {
                    if (call.getRequestURI().getPath().equals("/x")) {
                        call.getResponseHeaders().add("Location", "/y");
                        call.sendResponseHeaders(302, -1);
                    } else {
                        call.sendResponseHeaders(200, -1);
                    }
                });

        assertThat(http.send(Call.get(uri)).status()).isEqualTo(200);
        assertThat(http.send(write(uri, Call.Safety.ONE_SHOT_WRITE)).status()).isEqualTo(302);
    }

    @Test
    void aBodyIsNotTakenAlongToAnotherOrigin() throws IOException {
        List<String> bodies = new CopyOnWriteArrayList<>();
        HttpServer other =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        other.createContext(
                "/",
                call -> {
                    bodies.add(new String(call.getRequestBody().readAllBytes(), UTF_8));
                    call.sendResponseHeaders(200, -1);
                    call.close();
                });
        other.start();
        try {
            URI away = URI.create("http://127.0.0.1:" + other.getAddress().getPort() + "/y");
            URI uri =
                    serve(call -> {
                        String path = call.getRequestURI().getPath();
                        if (path.equals("/near")) {
                            bodies.add(new String(call.getRequestBody().readAllBytes(), UTF_8));
                            call.sendResponseHeaders(200, -1);
                        } else {
                            call.getResponseHeaders()
                                    .add("Location", path.equals("/x") ? away.toString() : "/near");
                            call.sendResponseHeaders(307, -1);
                        }
                    });

            assertThat(http.send(write(uri, Call.Safety.READ)).status()).isEqualTo(307);
            assertThat(bodies).isEmpty();
            assertThat(http.send(Call.get(uri)).status()).isEqualTo(200);
            assertThat(bodies).containsExactly("");
            assertThat(http.send(write(uri.resolve("/within"), Call.Safety.READ)).status())
                    .isEqualTo(200);
            assertThat(bodies).containsExactly("", "{}");
        } finally {
            other.stop(0);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://[bad", "ftp://x.example/", "http:nowhere", "mailto:a@b"})
    void aRedirectToNoWebAddressIsTheStoresFault(String location) {
        URI uri =
                serve(call -> {
                    call.getResponseHeaders().add("Location", location);
                    call.sendResponseHeaders(302, -1);
                });

        assertThatExceptionOfType(UpstreamException.Drifted.class)
                .isThrownBy(() -> http.send(Call.get(uri)));
    }

    @Test
    void aRedirectIntoTheOwnNetworkIsRefused() {
        URI uri =
                serve(call -> {
                    call.getResponseHeaders().add("Location", "http://169.254.169.254/latest");
                    call.sendResponseHeaders(302, -1);
                });

        assertThatExceptionOfType(UpstreamException.Misconfigured.class)
                .isThrownBy(() -> http.send(Call.get(uri)))
                .withMessageContaining("169.254.169.254");
    }

    @Test
    void whatFailsAllTheTimeIsLeftAlone() {
        URI uri = serve(status(503));
        for (int i = 0; i < 10; i++) {
            assertThatExceptionOfType(UpstreamException.Unavailable.class)
                    .isThrownBy(() -> http.send(Call.get(uri)));
        }

        assertThatExceptionOfType(UpstreamException.Unavailable.class)
                .isThrownBy(() -> http.send(Call.get(uri)))
                .withMessageContaining("left alone");
        assertThat(calls).hasValueLessThan(30);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/",
                "http://127.1/",
                "http://2130706433/",
                "http://localhost/",
                "http://[::1]/",
                "http://[::ffff:127.0.0.1]/",
                "http://[::ffff:7f00:1]/",
                "http://0.0.0.0/",
                "http://[::]/",
                "http://10.0.0.1/",
                "http://10.255.255.255/",
                "http://172.16.0.1/",
                "http://172.31.255.1/",
                "http://192.168.0.1/",
                "http://192.168.255.255/",
                "http://169.254.169.254/",
                "http://169.254.0.1/",
                "http://100.64.0.1/",
                "http://100.127.255.254/",
                "http://192.0.0.1/",
                "http://192.0.2.1/",
                "http://198.18.0.1/",
                "http://198.19.255.255/",
                "http://198.51.100.1/",
                "http://203.0.113.1/",
                "http://224.0.0.1/",
                "http://239.255.255.255/",
                "http://240.0.0.1/",
                "http://255.255.255.255/",
                "http://[fc00::1]/",
                "http://[fd12:3456::1]/",
                "http://[fe80::1]/",
                "http://[ff02::1]/",
                "http://[2001:db8::1]/",
                "http://[::ffff:10.0.0.1]/",
                "http://[::ffff:192.168.1.1]/",
                "http://[::ffff:169.254.169.254]/",
                "http://[64:ff9b::7f00:1]/",
                "http://[64:ff9b::a00:1]/",
                "http://[fec0::1]/",
                "http://127.255.255.255/",
                "http://127.0.0.1:8080/",
                "http://0.1.2.3/"
            })
    void theOwnNetworkCannotBeReached(String address) throws IOException {
        try (Exchange guarded = new Exchange(new AddressGuard(new HttpSettings(List.of())))) {
            HostHttp strict = http(guarded);
            assertThatExceptionOfType(UpstreamException.class)
                    .isThrownBy(() -> strict.send(Call.get(URI.create(address))))
                    .satisfies(e ->
                            assertThat(e)
                                    .as("refused before a connection was tried")
                                    .isInstanceOf(UpstreamException.Misconfigured.class));
        }
    }

    @Test
    void onlyTheAllowedPortIsAllowed() throws IOException {
        URI uri = serve(status(200));
        AddressGuard guard = new AddressGuard(new HttpSettings(List.of()));
        guard.allow("127.0.0.1", uri.getPort());
        try (Exchange guarded = new Exchange(guard)) {
            assertThat(http(guarded).send(Call.get(uri)).status()).isEqualTo(200);
            assertThatExceptionOfType(UpstreamException.Misconfigured.class)
                    .isThrownBy(
                            () -> http(guarded).send(Call.get(URI.create("http://127.0.0.1:9/"))));
        }
    }

    @Test
    void aNameThatPointsInsideIsRefusedWhateverItSaidBefore() throws IOException {
        AddressGuard guard =
                new AddressGuard(
                        new HttpSettings(List.of()),
                        new org.apache.hc.client5.http.impl.InMemoryDnsResolver() {
                            @Override
                            public InetAddress[] resolve(String host)
                                    throws java.net.UnknownHostException {
                                return new InetAddress[] {
                                    InetAddress.getByName("93.184.216.34"),
                                    InetAddress.getByName("10.0.0.7")
                                };
                            }
                        });
        try (Exchange guarded = new Exchange(guard)) {
            assertThatExceptionOfType(UpstreamException.Misconfigured.class)
                    .isThrownBy(() ->
                            http(guarded).send(Call.get(URI.create("http://rebind.example/"))));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "https://u:p@x.example/, https://****@x.example/",
        "https://x.example/?a=1&consumer_secret=s3&b=2, https://x.example/?a=1&consumer_secret=****&b=2",
        "https://x.example/hunter2/y, https://x.example/****/y",
        "https://x.example/o/7?page=2&key=wc_order_x&billing_email=mei%40a.hk, https://x.example/o/7?page=2&key=****&billing_email=****",
        "https://x.example/ucp/checkout-sessions/chk_9f8a7b6c5d4e3f/complete, https://x.example/ucp/checkout-sessions/****/complete",
        "https://x.example/c/3f0a1c6e-7d5b-4c1e-9a62-0c4a2f6b8d11, https://x.example/c/****",
        "https://a1b2c3d4e5f6g7.example/wp-json/wc/store/v1/cart, https://a1b2c3d4e5f6g7.example/wp-json/wc/store/v1/cart",
        "https://x.example/opendata/pricewatch_20261123_en.csv, https://x.example/opendata/pricewatch_20261123_en.csv",
    })
    void secretsAreMaskedInAddresses(String address, String masked) {
        assertThat(Masking.mask(address, List.of(new Secret("hunter2")))).isEqualTo(masked);
    }
}
