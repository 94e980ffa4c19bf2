package com.truecart.connector.pricewatch;

import static org.junit.jupiter.api.Assumptions.abort;

import com.truecart.kit.DelimitedReader;
import com.truecart.kit.RecordReader;
import com.truecart.kit.Row;
import com.truecart.kit.phrase.Subject;
import com.truecart.model.Money;
import com.truecart.model.Promotion;
import com.truecart.spi.Document;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The ten published days kept outside the repository. */
final class PublishedData {

    /** So dear that no text beside it can be a slip. */
    static final Money DEAR = Money.of(1_000_000_000, "HKD");

    private PublishedData() {}

    /** A row with a promotion text, and what it stands on. */
    record Priced(String text, Subject subject) {
        List<Promotion> read() {
            return Phrases.BOOK.read(subject, text);
        }

        List<Promotion> readAtAnyPrice() {
            return Phrases.BOOK.read(
                    new Subject(
                            subject.offerKey(),
                            DEAR,
                            subject.brand(),
                            subject.title(),
                            subject.categories()),
                    text);
        }
    }

    /** Every row of the ten days that has a promotion text. */
    static List<Priced> priced() {
        List<Priced> found = new ArrayList<>();
        for (Document document : documents()) {
            if (document.name().endsWith(".csv")) {
                try (DelimitedReader rows = DelimitedReader.csv(document, Snapshot.COLUMNS)) {
                    Optional<RecordReader.Read<Row>> read = rows.next();
                    while (read.isPresent()) {
                        if (read.get() instanceof RecordReader.Usable<Row>(Row row)) {
                            priced(row).ifPresent(found::add);
                        }
                        read = rows.next();
                    }
                }
            }
        }
        return found;
    }

    private static Optional<Priced> priced(Row row) {
        Money price =
                Money.ofMajor(
                        new BigDecimal(row.text("Price").orElseThrow()),
                        Currency.getInstance("HKD"));
        return row.text("Offers")
                .map(text ->
                        new Priced(
                                text,
                                Snapshot.subject(
                                        row,
                                        row.text(Snapshot.CODE).orElseThrow(),
                                        row.text(Snapshot.NAME).orElseThrow(),
                                        price)));
    }

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
