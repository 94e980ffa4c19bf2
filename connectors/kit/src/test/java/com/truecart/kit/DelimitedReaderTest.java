package com.truecart.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.truecart.spi.Document;
import com.truecart.spi.UpstreamException.Drifted;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DelimitedReaderTest {
    private static final List<String> CODE_AND_PRICE = List.of("Code", "Sale price");

    @Test
    void rowsAreReadByColumnName() {
        assertThat(
                        read(
                                "\ufeffsale_price,Code,More\r\n1.00,A,\r\n\r\n\"2,000.00\",\"B \"\"x\"\"\",y"))
                .containsExactly("2: A 1.00", "4: B \"x\" 2,000.00");
    }

    @Test
    void aRowOfAnotherWidthIsPassedOver() {
        assertThat(read("Code,Sale price\nA,1\nB\nC,3,4\nD,5"))
                .containsExactly(
                        "2: A 1",
                        "f.csv line 3: has 1 fields, expected 2 (B)",
                        "f.csv line 4: has 3 fields, expected 2 (C | 3 | 4)",
                        "5: D 5");
    }

    @Test
    void aDocumentOfAnotherKindSaysSo() {
        drifts(csv(""), "f.csv: the document is empty, expected CSV");
        drifts(csv("\ufeff \n"), "f.csv: the document is empty, expected CSV");
        drifts(csv(" <!doctype HTML><html>"), "f.csv: the document is an HTML page, expected CSV");
        drifts(
                csv("Code,Price\nA,1"),
                "f.csv: the columns [Sale price] are missing; found [Code, Price]");
        drifts(
                csv("Code,Sale price,sale_price\n"),
                "f.csv: the column 'sale_price' is there twice");
    }

    @Test
    void aHeaderAloneIsADocumentWithoutRows() {
        assertThat(read("Code,Sale price\n")).isEmpty();
    }

    @Test
    void aBrokenQuoteNamesItsLine() {
        assertThatThrownBy(() -> read("Code,Sale price\nA,1\n\"B,2\nC,3\n"))
                .isInstanceOf(Drifted.class)
                .hasMessageContaining("f.csv: ")
                .hasMessageContaining("line 3");
        assertThatThrownBy(() -> read("Code,Sale price\n\"A\"x,1\n"))
                .isInstanceOf(Drifted.class)
                .hasMessageContaining("line 2");
    }

    @Test
    void aHeaderThatBreaksOffIsNoDocumentWithoutRows() {
        assertThatThrownBy(() -> read("Code,Sale price,Not"))
                .isInstanceOf(Drifted.class)
                .hasMessage("f.csv: breaks off in its header, as if it had not arrived whole");
    }

    @Test
    void aLastLineThatBreaksOffIsNotTheEndOfADocument() {
        assertThatThrownBy(() -> read("Code,Sale price\nA,1\nB"))
                .isInstanceOf(Drifted.class)
                .hasMessage("f.csv: breaks off in line 3, as if it had not arrived whole");
        assertThat(read("Code,Sale price\nA,1\nB\n")).hasSize(2);
        assertThat(read("Code,Sale price\nA,1\nB,2")).hasSize(2);
    }

    @Test
    void aFieldOfATerabyteIsRefusedAfterItsFirstKilobytes() {
        TextDocument huge = TextDocument.endless("f.csv", "Code,Sale price\nA,1\nB,", 1L << 40);
        assertThatThrownBy(() -> read(huge))
                .isInstanceOf(Drifted.class)
                .hasMessageContaining("line 3");
    }

    @Test
    void tabsSeparateToo() {
        assertThat(
                        DelimitedReader.tsv(
                                        TextDocument.of("f.tsv", "Code\tSale price\nA,B\t1\n"),
                                        CODE_AND_PRICE)
                                .next()
                                .orElseThrow())
                .isInstanceOfSatisfying(
                        RecordReader.Usable.class,
                        row ->
                                assertThat(((Row) row.entry()).text("code"))
                                        .isEqualTo(Optional.of("A,B")));
    }

    private static Document csv(String text) {
        return TextDocument.of("f.csv", text);
    }

    private static List<String> read(String text) {
        return read(csv(text));
    }

    private static List<String> read(Document document) {
        List<String> seen = new ArrayList<>();
        try (DelimitedReader rows = DelimitedReader.csv(document, CODE_AND_PRICE)) {
            Optional<RecordReader.Read<Row>> read = rows.next();
            while (read.isPresent()) {
                seen.add(
                        switch (read.get()) {
                            case RecordReader.Usable<Row>(Row row) ->
                                    row.line()
                                            + ": "
                                            + row.text("code").orElse("")
                                            + " "
                                            + row.text("Sale Price").orElse("");
                            case RecordReader.Unusable<Row>(var why) ->
                                    why.upstreamRef()
                                            + ": "
                                            + why.reason()
                                            + " ("
                                            + why.excerpt()
                                            + ")";
                        });
                read = rows.next();
            }
        }
        return seen;
    }

    private static void drifts(Document document, String message) {
        assertThatThrownBy(() -> DelimitedReader.csv(document, CODE_AND_PRICE))
                .isInstanceOf(Drifted.class)
                .hasMessage(message);
    }
}
