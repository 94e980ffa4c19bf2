package com.truecart.benchmarks.search;

import com.truecart.search.SearchQuery;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** {@link OfferServer}, seen from outside. */
final class OfferProcess implements AutoCloseable {

    private final Path folder;
    private final Process process;
    private final URI address;
    private final Import imported;
    private final Asked asked = new Asked();

    private OfferProcess(Path folder, Process process, List<String> firstLine) {
        this.folder = folder;
        this.process = process;
        this.address = URI.create("http://127.0.0.1:" + firstLine.getFirst());
        this.imported = Import.decoded(firstLine.subList(1, firstLine.size()));
    }

    /** Starts one with so much heap, and waits for its import. */
    static OfferProcess start(int offers, long seed, int heapMegabytes) {
        try {
            Path folder = Files.createTempDirectory("search-bench");
            Process process =
                    new ProcessBuilder(
                                    Path.of(System.getProperty("java.home"), "bin", "java")
                                            .toString(),
                                    "-Xmx" + heapMegabytes + "m",
                                    "-classpath",
                                    System.getProperty("java.class.path"),
                                    OfferServer.class.getName(),
                                    Integer.toString(offers),
                                    Long.toString(seed),
                                    folder.toString())
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start();
            BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
            String line = out.readLine();
            if (line == null) {
                throw new IOException("our search did not start; what it said is above");
            }
            return new OfferProcess(folder, process, List.of(line.split(" ")));
        } catch (IOException e) {
            throw new UncheckedIOException("starting our search", e);
        }
    }

    Import imported() {
        return imported;
    }

    ProcessHandle process() {
        return process.toHandle();
    }

    /** Asks over HTTP; the answer is read and not looked into. */
    byte[] answer(SearchQuery question) {
        return asked.get(address.resolve("/search?" + Addresses.of(question)));
    }

    long total(byte[] answer) {
        return Asked.json(answer).get("total").longValue();
    }

    /** CPU milliseconds of the one thread that answers this. */
    double cpuMillis(SearchQuery question) {
        return Asked.json(asked.get(address.resolve("/cpu?" + Addresses.of(question)))).longValue()
                / 1e6;
    }

    void beginPrices() {
        asked.get(address.resolve("/prices"));
    }

    JsonNode prices() {
        return Asked.json(asked.get(address.resolve("/prices/state")));
    }

    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            process.waitFor();
            Files.walkFileTree(folder, new Deleting());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException("ending our search", e);
        }
    }

    private static final class Deleting extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes its) throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path each, IOException e) throws IOException {
            Files.delete(each);
            return FileVisitResult.CONTINUE;
        }
    }
}
