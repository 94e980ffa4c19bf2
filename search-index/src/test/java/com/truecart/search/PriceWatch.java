package com.truecart.search;

import com.truecart.model.Localized;
import com.truecart.model.Money;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The products of Hong Kong's Online Price Watch, as far as they lie beside the project. */
final class PriceWatch {

    private static final Path FOLDER =
            Path.of(
                    System.getProperty("truecart.root", ".."),
                    "..",
                    "shared",
                    "data",
                    "hk-pricewatch");

    private PriceWatch() {}

    /**
     * Empty, with a sentence on the console, where there is no such folder; on the build server
     * that is a failure.
     */
    static Optional<List<ProductDocument>> products() {
        Path day = FOLDER.resolve("2026-07-24.csv");
        if (!Files.exists(day)) {
            if ("true".equals(System.getenv("CI"))) {
                throw new IllegalStateException(day + " must be there on the build server");
            }
            System.out.println("Skipped: no price-watch file at " + day);
            return Optional.empty();
        }
        try {
            return Optional.of(read(day));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(day.toString(), e);
        }
    }

    private static List<ProductDocument> read(Path day) throws IOException {
        JsonNode names =
                JsonMapper.builder()
                        .build()
                        .readTree(Files.readAllBytes(FOLDER.resolve("names_tc.json")));
        Map<String, List<NamedCsvRecord>> byCode = new LinkedHashMap<>();
        String text = Files.readString(day, StandardCharsets.UTF_8).replace("\uFEFF", "");
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(text)) {
            rows.forEach(row ->
                    byCode.computeIfAbsent(row.getField("Product Code"), _ -> new ArrayList<>())
                            .add(row));
        }
        List<ProductDocument> products = new ArrayList<>();
        byCode.forEach((code, rows) -> products.add(product(code, rows, names.path(code))));
        return products;
    }

    private static ProductDocument product(
            String code, List<NamedCsvRecord> rows, JsonNode chinese) {
        NamedCsvRecord first = rows.getFirst();
        List<Localized> category = new ArrayList<>();
        for (int level = 1; level <= 3; level++) {
            category.add(
                    Localized.of("en", first.getField("Category " + level))
                            .and("zh-Hant", chinese.path("cat").path(level - 1).asString("")));
        }
        return new ProductDocument(
                code,
                Localized.of("en", first.getField("Product Name"))
                        .and("zh-Hant", chinese.path("name").asString("")),
                Optional.of(
                        Localized.of("en", first.getField("Brand"))
                                .and("zh-Hant", chinese.path("brand").asString(""))),
                category,
                List.of(code),
                OptionalInt.empty(),
                rows.stream().map(row -> offer(code, row)).toList());
    }

    private static OfferDocument offer(String code, NamedCsvRecord row) {
        Money price =
                Money.ofMajor(new BigDecimal(row.getField("Price")), Currency.getInstance("HKD"));
        String store = row.getField("Supermarket Code");
        return new OfferDocument(
                code + "@" + store,
                store,
                "pricewatch",
                price,
                price,
                0,
                true,
                !row.getField("Offers").isBlank());
    }
}
