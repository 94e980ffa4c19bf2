package com.truecart.realshops.elasticsearch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * A real Elasticsearch node for tests, on loopback, in a folder of its own that goes with it. It
 * has no analysis plug-ins: it is the distribution its makers test with.
 */
public final class ElasticNode implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(2);
    private static final String NOBODY = "65534";

    private final Path folder;
    private final Path home;
    private final int port;
    private Process process;

    private ElasticNode(Path folder, Path home, int port, Process process) {
        this.folder = folder;
        this.home = home;
        this.port = port;
        this.process = process;
    }

    /** Unpacks and starts one, with so many MB of heap, and waits until it answers. */
    public static ElasticNode start(int heapMegabytes) {
        try {
            Path folder = Files.createTempDirectory("elasticsearch");
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
            Path home = unpacked(archive(), folder);
            int port = freePort();
            Files.writeString(
                    home.resolve("config/elasticsearch.yml"),
                    """
                    discovery.type: single-node
                    xpack.security.enabled: false
                    network.host: 127.0.0.1
                    http.port: %d
                    transport.port: %d
                    cluster.routing.allocation.disk.threshold_enabled: false
                    """
                            .formatted(port, freePort()));
            giveTo(folder);
            ElasticNode node = new ElasticNode(folder, home, port, run(home, heapMegabytes));
            node.awaitHealth();
            return node;
        } catch (IOException e) {
            throw new UncheckedIOException("starting Elasticsearch", e);
        }
    }

    /** Where it listens. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** The process, for measuring what it uses. */
    public ProcessHandle process() {
        return process.children().findFirst().orElse(process.toHandle());
    }

    /** Ends it without warning. */
    public void kill() {
        List<ProcessHandle> all =
                Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(each -> each.onExit().orTimeout(START.toSeconds(), TimeUnit.SECONDS).join());
    }

    /** Starts it again on the same data. */
    public void restart(int heapMegabytes) {
        try {
            process = run(home, heapMegabytes);
            awaitHealth();
        } catch (IOException e) {
            throw new UncheckedIOException("starting Elasticsearch again", e);
        }
    }

    private static Path archive() {
        String path = System.getProperty("elasticsearch.zip");
        if (path == null || !Files.exists(Path.of(path))) {
            throw new IllegalStateException(
                    "elasticsearch.zip: no distribution at "
                            + path
                            + "; run with Maven, which fetches it");
        }
        return Path.of(path);
    }

    private static Path unpacked(Path archive, Path into) throws IOException {
        try (InputStream file = Files.newInputStream(archive);
                ZipInputStream zip = new ZipInputStream(file)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path target = into.resolve(entry.getName()).normalize();
                if (!target.startsWith(into)) {
                    throw new IOException("the archive names " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    Files.copy(zip, target);
                }
            }
        }
        try (var all = Files.list(into)) {
            Path home = all.filter(Files::isDirectory).findFirst().orElseThrow();
            try (var commands = Files.list(home.resolve("bin"))) {
                commands.forEach(command -> command.toFile().setExecutable(true, false));
            }
            return home;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    /** Elasticsearch does not run as root. */
    private static void giveTo(Path folder) throws IOException {
        if (isRoot()) {
            run(List.of("chown", "-R", NOBODY + ":" + NOBODY, folder.toString()));
        }
    }

    private static void run(List<String> command) throws IOException {
        try {
            int code = new ProcessBuilder(command).inheritIO().start().waitFor();
            if (code != 0) {
                throw new IOException(command + " ended with " + code);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static Process run(Path home, int heapMegabytes) throws IOException {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            command.addAll(
                    List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"));
        }
        command.add(home.resolve("bin/elasticsearch").toString());
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(home.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(home.resolveSibling("out.log").toFile());
        builder.environment().put("ES_JAVA_HOME", System.getProperty("java.home"));
        builder.environment()
                .put("ES_JAVA_OPTS", "-Xms%dm -Xmx%dm".formatted(heapMegabytes, heapMegabytes));
        builder.environment().put("HOME", home.toString());
        return builder.start();
    }

    private void awaitHealth() throws IOException {
        Instant limit = Instant.now().plus(START);
        HttpRequest health =
                HttpRequest.newBuilder(
                                address()
                                        .resolve(
                                                "/_cluster/health?wait_for_status=yellow&timeout=5s"))
                        .timeout(Duration.ofSeconds(10))
                        .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            while (Instant.now().isBefore(limit)) {
                if (!process.isAlive()) {
                    break;
                }
                try {
                    if (client.send(health, BodyHandlers.discarding()).statusCode() == 200) {
                        return;
                    }
                } catch (IOException e) {
                    // not listening yet
                    process.waitFor(200, TimeUnit.MILLISECONDS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        String log = Files.readString(home.resolveSibling("out.log"));
        close();
        throw new IOException(
                "Elasticsearch did not start: " + log.substring(Math.max(0, log.length() - 4_000)));
    }

    @Override
    public void close() {
        kill();
        try {
            Files.walkFileTree(
                    folder,
                    new SimpleFileVisitor<>() {
                        @Override
                        public FileVisitResult visitFile(Path file, BasicFileAttributes its)
                                throws IOException {
                            Files.delete(file);
                            return FileVisitResult.CONTINUE;
                        }

                        @Override
                        public FileVisitResult postVisitDirectory(Path each, IOException e)
                                throws IOException {
                            Files.delete(each);
                            return FileVisitResult.CONTINUE;
                        }
                    });
        } catch (IOException e) {
            throw new UncheckedIOException("removing " + folder, e);
        }
    }
}
