package com.truecart.connector.pricewatch;

import com.truecart.model.Promotion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Writes what became of every distinct text of the published days, and rows drawn to be read by a
 * person. The lists hold published data, so they go where they are not committed.
 */
final class PhraseList {
    private static final long SEED = 20261125;
    private static final int DRAWN = 200;

    private PhraseList() {}

    /** Writes {@code phrases.tsv} and {@code phrases-drawn.tsv} into the folder. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        List<PublishedData.Priced> rows = PublishedData.priced();
        Files.write(folder.resolve("phrases.tsv"), all(rows));
        Files.write(folder.resolve("phrases-drawn.tsv"), drawn(rows));
        System.out.println("Written to " + folder.toAbsolutePath().normalize());
    }

    private static List<String> all(List<PublishedData.Priced> rows) {
        Map<String, Integer> counts = new TreeMap<>();
        for (PublishedData.Priced row : rows) {
            counts.merge(row.text() + "\t" + reading(row), 1, Integer::sum);
        }
        List<String> lines = new ArrayList<>(List.of("text\treading\trows"));
        counts.forEach((line, count) -> lines.add(line + "\t" + count));
        return lines;
    }

    private static List<String> drawn(List<PublishedData.Priced> rows) {
        Random random = new Random(SEED);
        List<String> lines = new ArrayList<>(List.of("price\tbrand\tname\ttext\treading"));
        for (int i = 0; i < DRAWN; i++) {
            PublishedData.Priced row = rows.get(random.nextInt(rows.size()));
            lines.add(
                    String.join(
                            "\t",
                            row.subject().unitPrice().major().toPlainString(),
                            row.subject().brand(),
                            row.subject().title(),
                            row.text(),
                            reading(row)));
        }
        return lines;
    }

    private static String reading(PublishedData.Priced row) {
        List<Promotion> read = row.read();
        return Notation.of(read);
    }
}
