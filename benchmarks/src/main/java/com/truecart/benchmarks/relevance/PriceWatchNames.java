package com.truecart.benchmarks.relevance;

import com.truecart.model.Localized;
import com.truecart.model.Money;
import com.truecart.search.OfferDocument;
import com.truecart.search.ProductDocument;
import com.truecart.search.SearchQuery;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The 2,619 products of one day of Hong Kong's Online Price Watch, named in English and traditional
 * Chinese: brand and name are the question, the product is the answer.
 */
final class PriceWatchNames {

    static final String ENGLISH = "en";
    static final String CHINESE = "zh-Hant";

    private static final Money SOME_PRICE = Money.of(100, "HKD");

    private final List<ProductDocument> products;

    /**
     * Reads them.
     *
     * @param folder holds {@code 2026-07-24.csv} and {@code names_tc.json}
     */
    PriceWatchNames(Path folder) throws IOException {
        JsonNode chinese =
                JsonMapper.builder()
                        .build()
                        .readTree(Files.readAllBytes(folder.resolve("names_tc.json")));
        Map<String, ProductDocument> byCode = new LinkedHashMap<>();
        String text = Files.readString(folder.resolve("2026-07-24.csv")).replace("\uFEFF", "");
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(text)) {
            rows.forEach(row -> {
                String code = row.getField("Product Code");
                byCode.computeIfAbsent(code, _ -> product(code, row, chinese.path(code)));
            });
        }
        this.products = List.copyOf(byCode.values());
    }

    private static ProductDocument product(String code, NamedCsvRecord row, JsonNode chinese) {
        List<Localized> category = new ArrayList<>();
        for (int level = 1; level <= 3; level++) {
            category.add(
                    Localized.of(ENGLISH, row.getField("Category " + level))
                            .and(CHINESE, chinese.path("cat").path(level - 1).asString("")));
        }
        return new ProductDocument(
                code,
                Localized.of(ENGLISH, row.getField("Product Name"))
                        .and(CHINESE, chinese.path("name").asString("")),
                Optional.of(
                        Localized.of(ENGLISH, row.getField("Brand"))
                                .and(CHINESE, chinese.path("brand").asString(""))),
                category,
                List.of(code),
                OptionalInt.empty(),
                List.of(
                        new OfferDocument(
                                code,
                                row.getField("Supermarket Code"),
                                "pricewatch",
                                SOME_PRICE,
                                SOME_PRICE,
                                0,
                                true,
                                false)));
    }

    List<ProductDocument> products() {
        return products;
    }

    /**
     * Brand and name of products in this language, changed in this way; of products where there is
     * nothing to change, none.
     *
     * @param most so many products are drawn by the seed, the same ones for every change
     */
    List<Judged> questions(String language, Perturbation perturbation, int most, long seed) {
        List<ProductDocument> drawn = new ArrayList<>(products);
        Collections.shuffle(drawn, new Random(seed));
        Random random = new Random(seed);
        List<Judged> questions = new ArrayList<>();
        for (ProductDocument product : drawn.subList(0, Math.min(most, drawn.size()))) {
            String brand = product.brand().orElseThrow().byLanguage().getOrDefault(language, "");
            String name = product.title().byLanguage().getOrDefault(language, "");
            perturbation
                    .of((brand + " " + name).strip(), random)
                    .ifPresent(text ->
                            questions.add(
                                    new Judged(
                                            SearchQuery.shortened(text),
                                            Set.of(product.productId()))));
        }
        return questions;
    }
}
