package com.truecart.app.basket.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.app.basket.PlansForBasket;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** A search nobody waits for any more ends: over a real connection that is really closed. */
class PlanStreamTest {
    private static final CountDownLatch ENDED = new CountDownLatch(1);

    @Test
    void closingTheConnectionCallsTheSearchOff() throws Exception {
        try (ServletWebServerApplicationContext server =
                        (ServletWebServerApplicationContext)
                                new SpringApplicationBuilder(Server.class)
                                        .web(WebApplicationType.SERVLET)
                                        .run("--server.port=0", "--server.address=127.0.0.1");
                HttpClient client = HttpClient.newHttpClient()) {
            int port = Objects.requireNonNull(server.getWebServer()).getPort();
            URI stream = URI.create("http://127.0.0.1:" + port + "/stream");
            try (InputStream answer =
                            client.send(
                                            HttpRequest.newBuilder(stream).build(),
                                            BodyHandlers.ofInputStream())
                                    .body();
                    BufferedReader lines =
                            new BufferedReader(
                                    new InputStreamReader(answer, StandardCharsets.UTF_8))) {
                assertThat(lines.readLine()).isEqualTo("event:searching");
                assertThat(ENDED.getCount()).as("the search goes on while somebody reads").isOne();
            }
            assertThat(ENDED.await(20, TimeUnit.SECONDS)).as("the search has ended").isTrue();
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        TomcatServletWebServerAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class
    })
    @Import(Endless.class)
    static class Server {}

    /** Searches until it is called off. */
    @RestController
    static class Endless {
        @GetMapping("/stream")
        SseEmitter stream() {
            return new PlanStream(
                            progress -> {
                                while (!progress.isCalledOff()) {
                                    LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
                                }
                                ENDED.countDown();
                                return PlanBodies.of(
                                        new PlansForBasket(
                                                List.of(), List.of(), List.of(), Optional.empty()));
                            })
                    .start();
        }
    }
}
