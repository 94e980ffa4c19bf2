package com.truecart.chaos;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A PostgreSQL that keeps its promises over kill -9. */
final class KillableDatabase implements AutoCloseable {
    private static final int TRIES = 60;
    private final Path folder;
    private final int port;
    private EmbeddedPostgres running;

    KillableDatabase(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        running = start();
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=postgres";
    }

    int port() {
        return port;
    }

    JdbcClient client() {
        return JdbcClient.create(new DriverManagerDataSource(url()));
    }

    /** The processor time it and what serves its clients now have taken so far. */
    Duration processorTime() throws IOException {
        return Stream.concat(
                        server().stream(), server().stream().flatMap(ProcessHandle::descendants))
                .map(each -> each.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private Optional<ProcessHandle> server() throws IOException {
        return ProcessHandle.of(
                Long.parseLong(
                        Files.readAllLines(folder.resolve("postmaster.pid")).getFirst().strip()));
    }

    /** kill -9 of the server, then the same data served again. */
    void killAndRestart() throws IOException {
        server().ifPresent(ProcessHandle::destroyForcibly);
        try {
            running.close();
        } catch (IOException | RuntimeException _) {
            // it is dead already; only the lock on its folder is let go
        }
        running = restarted();
    }

    /** Its orphans hold the shared memory for a moment longer. */
    private EmbeddedPostgres restarted() throws IOException {
        for (int tries = 0; ; tries++) {
            try {
                return start();
            } catch (IOException | RuntimeException e) {
                if (tries == TRIES) {
                    throw e;
                }
                LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
            }
        }
    }

    private EmbeddedPostgres start() throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(folder)
                .setCleanDataDirectory(false)
                .setPort(port)
                .setServerConfig("fsync", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "200")
                .setPGStartupWait(Duration.ofSeconds(60))
                .start();
    }

    @Override
    public void close() throws IOException {
        running.close();
    }
}
