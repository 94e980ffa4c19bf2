package com.truecart.realshops.medusa;

import com.truecart.realshops.RealShopException;
import com.truecart.realshops.ShopProcess;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The PostgreSQL of one shop, on loopback. Medusa needs a minute to make its 150 tables, so that is
 * done once for an installation, and each shop starts on a copy of the files.
 */
final class MedusaDatabase implements AutoCloseable {
    private static final String COPY = "database-";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    // a file lock says nothing to other threads of the same process
    private static final Object ONE_AT_A_TIME = new Object();

    private final EmbeddedPostgres postgres;
    private final Path files;

    private MedusaDatabase(EmbeddedPostgres postgres, Path files) {
        this.postgres = postgres;
        this.files = files;
    }

    /**
     * Opens a database of its own.
     *
     * @param folder where the shop is installed
     * @param maker runs the shop's program once, with the environment it is given, to fill an empty
     *     database
     */
    static MedusaDatabase open(Path folder, Function<Map<String, String>, ShopProcess> maker) {
        try {
            Path template = template(folder, maker);
            Path files = Files.createTempDirectory(folder, COPY);
            copy(template, files);
            return new MedusaDatabase(start(files), files);
        } catch (IOException e) {
            throw new RealShopException("Cannot start PostgreSQL in " + folder, e);
        }
    }

    /** Where a program of Node.js finds it. */
    Map<String, String> environment() {
        return environment(postgres);
    }

    @Override
    public void close() {
        try {
            postgres.close();
            delete(files);
        } catch (IOException e) {
            throw new RealShopException("Cannot stop PostgreSQL in " + files, e);
        }
    }

    private static Path template(Path folder, Function<Map<String, String>, ShopProcess> maker)
            throws IOException {
        synchronized (ONE_AT_A_TIME) {
            // two builds may share the folder
            try (FileChannel channel =
                            FileChannel.open(
                                    folder.resolve("template.lock"),
                                    StandardOpenOption.CREATE,
                                    StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                clearAway(folder);
                Path template = folder.resolve("template");
                // made for these versions, and to its end
                String wanted = Files.readString(folder.resolve("installed"));
                Path made = folder.resolve("template-made");
                if (lock.isValid()
                        && !(Files.exists(made) && Files.readString(made).equals(wanted))) {
                    Files.deleteIfExists(made);
                    delete(template);
                    Files.createDirectories(template);
                    try (EmbeddedPostgres postgres = start(template)) {
                        maker.apply(environment(postgres)).close();
                    }
                    Files.writeString(made, wanted);
                }
                return template;
            }
        }
    }

    /** What shops left behind that were killed: stopped, and for longer than any start takes. */
    private static void clearAway(Path folder) throws IOException {
        Instant longAgo = Instant.now().minus(Duration.ofMinutes(10));
        try (DirectoryStream<Path> copies = Files.newDirectoryStream(folder, COPY + "*")) {
            for (Path files : copies) {
                if (!Files.exists(files.resolve("postmaster.pid"))
                        && Files.getLastModifiedTime(files).toInstant().isBefore(longAgo)) {
                    delete(files);
                }
            }
        }
    }

    private static EmbeddedPostgres start(Path files) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(files)
                .setCleanDataDirectory(false)
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setPGStartupWait(PATIENCE)
                .start();
    }

    private static Map<String, String> environment(EmbeddedPostgres postgres) {
        return Map.of(
                "DATABASE_URL",
                "postgres://postgres@127.0.0.1:" + postgres.getPort() + "/postgres");
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(
                from,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(
                            Path folder, BasicFileAttributes attributes) throws IOException {
                        if (!folder.equals(from)) {
                            Files.copy(
                                    folder,
                                    to.resolve(from.relativize(folder)),
                                    StandardCopyOption.COPY_ATTRIBUTES);
                        }
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        Files.copy(
                                file,
                                to.resolve(from.relativize(file)),
                                StandardCopyOption.COPY_ATTRIBUTES);
                        return FileVisitResult.CONTINUE;
                    }
                });
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(
                folder,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        Files.delete(file);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(
                            Path each, @Nullable IOException problem) throws IOException {
                        if (problem != null) {
                            throw problem;
                        }
                        Files.delete(each);
                        return FileVisitResult.CONTINUE;
                    }
                });
    }
}
