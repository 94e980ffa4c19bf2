package com.truecart.app.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A PostgreSQL that lives and ends with the application, while its data folder stays. */
final class EmbeddedDatabase implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final EmbeddedPostgres postgres;

    private EmbeddedDatabase(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    static EmbeddedDatabase start(Path folder) throws IOException {
        Files.createDirectories(folder);
        refuseToShare(folder);
        stopOneLeftBehind(folder);
        EmbeddedPostgres postgres =
                EmbeddedPostgres.builder()
                        .setDataDirectory(folder)
                        .setCleanDataDirectory(false)
                        // the library is made for tests and switches durability off; orders need it
                        .setServerConfig("fsync", "on")
                        .setServerConfig("full_page_writes", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("listen_addresses", "127.0.0.1")
                        .setPGStartupWait(PATIENCE)
                        .start();
        LOG.info("PostgreSQL on port {}, data in {}", postgres.getPort(), folder);
        return new EmbeddedDatabase(postgres);
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres";
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }

    /** The library holds a lock in the folder for as long as its application lives. */
    private static void refuseToShare(Path folder) throws IOException {
        Path lockFile = folder.resolve("epg-lock");
        if (!Files.exists(lockFile)) {
            return;
        }
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock == null) {
                throw new IOException(inUse(folder));
            }
        } catch (OverlappingFileLockException e) {
            throw new IOException(inUse(folder), e);
        }
    }

    private static String inUse(Path folder) {
        return "another Truecart is running on "
                + folder
                + "; stop it, or choose another folder with TRUECART_DATA";
    }

    /**
     * After a kill -9 of the application its PostgreSQL lives on and holds the folder: it is asked
     * to stop, and then started anew.
     */
    private static void stopOneLeftBehind(Path folder) throws IOException {
        Path pidFile = folder.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
        Optional<ProcessHandle> left =
                ProcessHandle.of(pid).filter(process -> serves(process, folder));
        if (left.isPresent()) {
            LOG.info("Stopping the PostgreSQL (process {}) an earlier run left behind", pid);
            left.get().destroy();
            try {
                left.get().onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            } catch (TimeoutException _) {
                throw new IOException(
                        "the PostgreSQL of an earlier run (process "
                                + pid
                                + ") does not stop; end it, then start again");
            } catch (ExecutionException | InterruptedException e) {
                throw new IOException("could not wait for process " + pid, e);
            }
        }
    }

    private static boolean serves(ProcessHandle process, Path folder) {
        ProcessHandle.Info info = process.info();
        return info.commandLine()
                .map(line -> line.contains("postgres") && line.contains(folder.toString()))
                .orElse(false);
    }
}
