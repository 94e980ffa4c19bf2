package com.truecart.app.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import com.truecart.app.testing.HandClock;
import com.truecart.spi.Budget;
import com.truecart.spi.UpstreamException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentsTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final Budget BUDGET =
            new Budget(1000, 4, Duration.ofMillis(1500), 10_000, 1 << 20);

    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource({
        "'Sun, 22 Nov 2026 08:00:00 GMT', 2026-11-22T08:00:00Z",
        "'Sat, 01 Jan 2033 00:00:00 GMT', 2026-11-23T10:00:00Z",
        "yesterday, 2026-11-23T10:00:00Z",
    })
    void aDocumentIsNeverPublishedInTheFuture(String lastModified, Instant published)
            throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                call -> {
                    call.getResponseHeaders().add("Last-Modified", lastModified);
                    byte[] body = "id,price".getBytes(StandardCharsets.UTF_8);
                    call.sendResponseHeaders(200, body.length);
                    call.getResponseBody().write(body);
                    call.close();
                });
        server.start();
        try (Exchange exchange =
                        new Exchange(new AddressGuard(new HttpSettings(List.of("127.0.0.1"))));
                Documents documents =
                        new Documents(
                                folder,
                                BUDGET,
                                new Limits("shop", BUDGET, Duration.ofMillis(5)),
                                exchange,
                                new Wire(List.of()),
                                Snapshots.NONE,
                                new HandClock(NOW))) {
            assertThat(
                            documents
                                    .of(
                                            "products",
                                            "http://127.0.0.1:"
                                                    + server.getAddress().getPort()
                                                    + "/feed.csv")
                                    .getFirst()
                                    .publishedAt())
                    .isEqualTo(published);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aDocumentTheUpstreamNamesIsFetchedOnceAndItsAbsenceIsTheUpstreamsMistake()
            throws IOException {
        AtomicInteger calls = new AtomicInteger();
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                call -> {
                    calls.incrementAndGet();
                    boolean there = call.getRequestURI().getPath().equals("/sitemap.xml");
                    byte[] body = "<urlset/>".getBytes(StandardCharsets.UTF_8);
                    call.sendResponseHeaders(there ? 200 : 404, body.length);
                    call.getResponseBody().write(body);
                    call.close();
                });
        server.start();
        URI shop = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        try (Exchange exchange =
                        new Exchange(new AddressGuard(new HttpSettings(List.of("127.0.0.1"))));
                Documents documents =
                        new Documents(
                                folder,
                                BUDGET,
                                new Limits("shop", BUDGET, Duration.ofMillis(5)),
                                exchange,
                                new Wire(List.of()),
                                Snapshots.NONE,
                                new HandClock(NOW))) {
            assertThat(documents.at(shop.resolve("/sitemap.xml")))
                    .isSameAs(documents.at(shop.resolve("/sitemap.xml")));
            assertThat(calls).hasValue(1);
            assertThatThrownBy(() -> documents.at(shop.resolve("/gone.xml")))
                    .isInstanceOf(UpstreamException.Drifted.class)
                    .hasMessageContaining("/gone.xml")
                    .hasMessageNotContaining("setting");
        } finally {
            server.stop(0);
        }
    }
}
