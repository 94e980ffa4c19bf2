package com.truecart.chaos;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** One instance of the application. */
final class AppProcess implements AutoCloseable {
    /** For a process that is started often and lives shortly. */
    static final List<String> STARTS_SOON = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private final Path folder;
    private final int port;
    private final List<String> command;
    private final HttpClient http;
    private volatile Process process;

    /**
     * @param plant the bug to plant; empty for none
     * @param services a folder in which the kind of the unfair shops is named
     * @param jvm options of its virtual machine
     * @param more settings
     */
    AppProcess(
            Path folder,
            String databaseUrl,
            String plant,
            Path services,
            HttpClient http,
            List<String> jvm,
            List<String> more)
            throws IOException {
        this.folder = Files.createDirectories(folder);
        this.http = http;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        command = new ArrayList<>();
        command.addAll(
                List.of(ProcessHandle.current().info().command().orElse("java"), "-Xmx512m"));
        command.addAll(jvm);
        command.addAll(
                List.of(
                        "-cp",
                        System.getProperty("java.class.path") + File.pathSeparator + services,
                        plant.isEmpty()
                                ? "com.truecart.app.TruecartApplication"
                                : "com.truecart.app.order.PlantedApplication",
                        "--plant=" + plant,
                        "--server.port=" + port,
                        "--truecart.data-folder=" + folder,
                        "--truecart.demo.enabled=false",
                        "--truecart.http.allowed-hosts=127.0.0.1",
                        "--spring.datasource.url=" + databaseUrl,
                        "--spring.datasource.username=postgres",
                        "--spring.datasource.hikari.maximum-pool-size=24",
                        "--spring.datasource.hikari.connection-timeout=5000",
                        "--logging.level.root=warn"));
        command.addAll(more);
        launch();
    }

    /** As it is shipped, with no bug planted. */
    static AppProcess asShipped(Path folder, KillableDatabase database, HttpClient http)
            throws IOException {
        return new AppProcess(
                folder, database.url(), "", Connected.services(folder), http, List.of(), List.of());
    }

    URI at(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** The processor time it has taken so far. */
    Duration processorTime() {
        return process.toHandle().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** The log so far. */
    Path log() {
        return folder.resolve("app.log");
    }

    void kill() {
        process.destroyForcibly();
        try {
            process.waitFor(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void launch() throws IOException {
        process =
                new ProcessBuilder(new ArrayList<>(command))
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                        .start();
    }

    /** Stops it in mid-air for so long: SIGSTOP, SIGCONT. */
    void freeze(Duration time) throws IOException {
        signal("STOP");
        LockSupport.parkNanos(time.toNanos());
        signal("CONT");
    }

    private void signal(String name) throws IOException {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until it serves. */
    void awaitReady() {
        Instant end = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end)) {
            if (!process.isAlive()) {
                throw new IllegalStateException("the application ended by itself: see " + log());
            }
            if (isReady()) {
                return;
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        throw new IllegalStateException("the application does not start: see " + log());
    }

    private boolean isReady() {
        try {
            return http.send(
                                    HttpRequest.newBuilder(at("/actuator/health"))
                                            .timeout(Duration.ofSeconds(5))
                                            .GET()
                                            .build(),
                                    BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException(e));
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
