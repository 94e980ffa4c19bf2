package com.truecart.app.testing;

import java.io.IOException;
import java.net.CookieManager;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The application as a process of its own, which can be killed, and one shopper's browser in front
 * of it.
 */
public final class RunningApp implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private final Path folder;
    private final List<String> arguments;
    private final int port;
    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private Process process;

    private RunningApp(Path folder, int port, List<String> arguments) throws IOException {
        this.folder = folder;
        this.port = port;
        this.arguments = arguments;
        this.process = launch();
    }

    /** Starts it on a free port, against a database that outlives it. */
    public static RunningApp start(Path folder, String databaseUrl, String... more)
            throws IOException {
        return start(folder, databaseUrl, false, more);
    }

    /** The same with the sandbox stores beside it, on free ports; nothing leaves this machine. */
    public static RunningApp startWithStores(Path folder, String databaseUrl, String... more)
            throws IOException {
        Path noPrices = Files.createDirectories(folder.resolve("no-prices"));
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "--truecart.demo.base-port=0",
                                "--truecart.demo.pricewatch=" + noPrices));
        arguments.addAll(List.of(more));
        return start(folder, databaseUrl, true, arguments.toArray(String[]::new));
    }

    private static RunningApp start(
            Path folder, String databaseUrl, boolean withStores, String... more)
            throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "--server.port=" + port,
                                "--truecart.data-folder=" + folder,
                                "--truecart.demo.enabled=" + withStores,
                                "--truecart.http.allowed-hosts=127.0.0.1",
                                "--spring.datasource.url=" + databaseUrl,
                                "--spring.datasource.username=postgres"));
        arguments.addAll(List.of(more));
        RunningApp app = new RunningApp(folder, port, arguments);
        app.awaitReady();
        return app;
    }

    /** What it has logged so far. */
    public String log() throws IOException {
        return Files.readString(folder.resolve("app.log"));
    }

    /** kill -9. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor(30, TimeUnit.SECONDS);
    }

    /** The same again after a kill. */
    public void restart() throws IOException {
        process = launch();
        awaitReady();
    }

    /** What it answers to a program; the status is not judged. */
    public JsonNode json(String method, String path, String body, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(at(path))
                        .header("Content-Type", "application/json")
                        .timeout(Duration.ofSeconds(60))
                        .method(
                                method,
                                body.isEmpty()
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return JSON.readTree(send(request.build()).body());
    }

    /** A page as a reader of this language sees it. */
    public HttpResponse<String> page(String path, String language) {
        return send(
                HttpRequest.newBuilder(at(path)).header("Accept-Language", language).GET().build());
    }

    /** Sends a form as a page has it; what it answers is not judged. */
    public void post(String path, String fields) {
        send(
                HttpRequest.newBuilder(at(path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(fields))
                        .build());
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return browser.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException("no answer to " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Where a browser finds this page. */
    public URI at(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private Process launch() throws IOException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                ProcessHandle.current().info().command().orElse("java"),
                                "-Xmx512m",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "com.truecart.app.TruecartApplication"));
        command.addAll(arguments);
        Files.createDirectories(folder);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(folder.resolve("app.log").toFile()))
                .start();
    }

    private void awaitReady() throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        HttpRequest health = HttpRequest.newBuilder(at("/actuator/health")).GET().build();
        while (System.nanoTime() < end && process.isAlive()) {
            try {
                if (send(health).statusCode() == 200) {
                    return;
                }
            } catch (IllegalStateException _) {
                // not listening yet
            }
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
        throw new IllegalStateException(
                "the application does not start:\n" + Files.readString(folder.resolve("app.log")));
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
