package com.truecart.benchmarks.search;

import com.truecart.model.Localized;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How the products of Hong Kong's Online Price Watch are called, in English and Chinese, what they
 * cost, and the chains that sell them.
 */
record RealNames(List<Named> products, List<String> stores) {

    private static final Path FOLDER = Path.of("..", "shared", "data", "hk-pricewatch");

    /**
     * One real product.
     *
     * @param english the words of its English name
     * @param chinese those of its Chinese name
     * @param cents what it costs somewhere
     */
    record Named(
            List<String> english,
            List<String> chinese,
            Localized brand,
            List<Localized> category,
            long cents) {}

    /** Reads the last published day. */
    static RealNames read() {
        try {
            JsonNode chinese =
                    JsonMapper.builder()
                            .build()
                            .readTree(Files.readAllBytes(FOLDER.resolve("names_tc.json")));
            String text =
                    Files.readString(FOLDER.resolve("2026-07-24.csv"), StandardCharsets.UTF_8)
                            .replace("\uFEFF", "");
            Map<String, Named> byCode = new LinkedHashMap<>();
            TreeSet<String> stores = new TreeSet<>();
            try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(text)) {
                for (NamedCsvRecord row : rows) {
                    String code = row.getField("Product Code");
                    byCode.computeIfAbsent(code, _ -> named(row, chinese.path(code)));
                    stores.add(row.getField("Supermarket Code"));
                }
            }
            return new RealNames(List.copyOf(byCode.values()), List.copyOf(stores));
        } catch (IOException e) {
            throw new UncheckedIOException("reading the real products in " + FOLDER, e);
        }
    }

    private static Named named(NamedCsvRecord row, JsonNode chinese) {
        List<Localized> category = new ArrayList<>();
        for (int level = 1; level <= 3; level++) {
            category.add(
                    Localized.of("en", row.getField("Category " + level))
                            .and("zh-Hant", chinese.path("cat").path(level - 1).asString("")));
        }
        return new Named(
                words(row.getField("Product Name")),
                words(chinese.path("name").asString("")),
                Localized.of("en", row.getField("Brand"))
                        .and("zh-Hant", chinese.path("brand").asString("")),
                category,
                new BigDecimal(row.getField("Price")).movePointRight(2).longValueExact());
    }

    private static List<String> words(String text) {
        return List.of(text.strip().split("\\s+"));
    }
}
