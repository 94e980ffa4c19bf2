package com.truecart.connector.pricewatch;

import com.truecart.kit.DelimitedReader;
import com.truecart.kit.Json;
import com.truecart.kit.RecordReader;
import com.truecart.kit.Row;
import com.truecart.spi.Document;
import com.truecart.spi.UpstreamException.Drifted;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Name, brand and category of a product in Traditional Chinese, by product code. */
final class ChineseNames {

    /**
     * The file beside dated prices: {"P000000190":{"name":"…","brand":"…","cat":["…","…","…"]}}.
     */
    static final String FILE = "names_tc.json";

    static final ChineseNames NONE = new ChineseNames(Map.of());

    private static final int LARGEST = 64 << 20;

    /** Blank where there is none. */
    record Name(String title, String brand, List<String> category) {
        static final Name NONE = new Name("", "", List.of());
    }

    private final Map<String, Name> byCode;

    private ChineseNames(Map<String, Name> byCode) {
        this.byCode = byCode;
    }

    static ChineseNames read(Document document) {
        return new ChineseNames(
                document.name().toLowerCase(Locale.ROOT).endsWith(".json")
                        ? json(document)
                        : csv(document));
    }

    Name of(String code) {
        return byCode.getOrDefault(code, Name.NONE);
    }

    private static Map<String, Name> json(Document document) {
        Map<String, Name> byCode = new HashMap<>();
        try {
            Json all = Json.parse(document, LARGEST);
            for (String code : all.fields()) {
                Json product = all.at(code);
                byCode.put(
                        code,
                        new Name(
                                product.optionalText("name").orElse(""),
                                product.optionalText("brand").orElse(""),
                                product.optionalList("cat").stream().map(Json::asText).toList()));
            }
        } catch (Drifted e) {
            throw new Drifted(document.name() + ": " + e.getMessage(), e);
        }
        return byCode;
    }

    private static Map<String, Name> csv(Document document) {
        Map<String, Name> byCode = new HashMap<>();
        try (DelimitedReader rows = DelimitedReader.csv(document, Snapshot.COLUMNS)) {
            Optional<RecordReader.Read<Row>> read = rows.next();
            while (read.isPresent()) {
                // a row of the wrong width costs a product its Chinese name and nothing else
                if (read.get() instanceof RecordReader.Usable<Row>(Row row)) {
                    row.text(Snapshot.CODE).ifPresent(code -> byCode.putIfAbsent(code, name(row)));
                }
                read = rows.next();
            }
        }
        return byCode;
    }

    private static Name name(Row row) {
        return new Name(
                row.text(Snapshot.NAME).orElse(""),
                row.text(Snapshot.BRAND).orElse(""),
                Snapshot.CATEGORIES.stream().map(column -> row.text(column).orElse("")).toList());
    }
}
