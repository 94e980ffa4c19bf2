package com.truecart.connector.declarative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.truecart.connector.declarative.Filters.Scene;
import java.net.URI;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FiltersTest {
    private static final Scene SCENE =
            new Scene(URI.create("https://shop.example/list/1"), Currency.getInstance("EUR"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "trim         |             | \" a \"               | a",
                "text         |             | <b>Fish</b> &lt Chips | Fish < Chips",
                "lower        |             | In Stock              | in stock",
                "prefix       | sku-        | 7                     | sku-7",
                "suffix       | .jpg        | 7                     | 7.jpg",
                "number       |             | \"1,234 pieces\"      | 1234",
                "money        |             | 12.9                  | 12.90 EUR",
                "money        | \",\"       | 1.299 €               | 1299.00 EUR",
                "money        |             | £5                    | 5.00 GBP",
                "regex        | \"no (\\d+)\" | Item no 42 of 50    | 42",
                "regex        | \"\\d+\"    | Item no 42 of 50      | 42",
                "regex        | \"\\d+\"    | none                  | \"\"",
                "split        | /           | a/b/c                 | a;b;c",
                "first        |             | a;b;c                 | a",
                "last         |             | a;b;c                 | c",
                "date         | dd.MM.yyyy  | 26.11.2026            | 2026-11-26",
                "absolute-url |             | ../p/7                | https://shop.example/p/7",
                "absolute-url |             | javascript:alert(1)   | \"\"",
                "gtin         |             | 4006381333931         | 04006381333931",
                "gtin         |             | 4006381333932         | \"\"",
                "default      | none        | \"\"                  | none",
                "default      | none        | a                     | a",
            })
    void aFilterMakesOneTextOfAnother(String name, String argument, String from, String to) {
        assertThat(apply(name, argument == null ? "" : argument, from)).isEqualTo(texts(to));
    }

    @Test
    void aMapKeepsWordsNobodyExplained() {
        JsonNode words = JsonMapper.shared().readTree("{\"yes\": \"IN_STOCK\"}");
        assertThat(Filters.of("map", words).apply(List.of("yes", "maybe"), SCENE))
                .containsExactly("IN_STOCK", "maybe");
    }

    @Test
    void whatCannotBeReadSaysWhatWasExpected() {
        assertThatThrownBy(() -> apply("number", "", "none"))
                .hasMessageContaining("expected a number, found \"none\"");
        assertThatThrownBy(() -> apply("money", "", "on request"))
                .hasMessageContaining("expected a price");
        assertThatThrownBy(() -> apply("date", "dd.MM.yyyy", "tomorrow"))
                .hasMessageContaining("expected a date like dd.MM.yyyy");
    }

    private static List<String> apply(String name, String argument, String from) {
        JsonNode node = JsonMapper.shared().valueToTree(argument);
        return Filters.of(name, node).apply(texts(from), SCENE);
    }

    private static List<String> texts(String cell) {
        return cell.isEmpty() ? List.of() : Arrays.asList(cell.split(";", -1));
    }
}
