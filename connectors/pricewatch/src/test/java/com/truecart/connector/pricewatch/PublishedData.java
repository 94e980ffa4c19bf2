package com.truecart.connector.pricewatch;

import static org.junit.jupiter.api.Assumptions.abort;

import com.truecart.spi.Document;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** The ten published days kept outside the repository. */
final class PublishedData {

    private PublishedData() {}

    /**
     * The files of the folder in the order of their names; without the folder the test is skipped,
     * except in continuous integration.
     */
    static List<Document> documents() {
        Path folder =
                Path.of(
                        System.getProperty("truecart.root", "../.."),
                        "..",
                        "shared",
                        "data",
                        "hk-pricewatch");
        if (!Files.isDirectory(folder)) {
            String sentence = "The price watch's published days are not at " + folder + ".";
            if ("true".equals(System.getenv("CI"))) {
                throw new AssertionError(sentence);
            }
            System.out.println(sentence + " Skipping what reads them.");
            abort(sentence);
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().<Document>map(FileDocument::new).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record FileDocument(Path path) implements Document {
        @Override
        public String name() {
            return path.getFileName().toString();
        }

        @Override
        public String version() {
            return "1";
        }

        @Override
        public Instant publishedAt() {
            return Instant.EPOCH;
        }

        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(path);
        }
    }
}
