package com.truecart.kit.phrase;

import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.model.Benefit;
import com.truecart.model.Money;
import com.truecart.model.Promotion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What the common phrases say, text by text. */
class PhraseReadingsTest {
    private static final List<String> REST =
            List.of(
                    "周末",
                    "仅限新店",
                    "起",
                    "指定商品",
                    "部分商品除外",
                    "(会员)",
                    "on weekends",
                    "selected items",
                    "with code AB12",
                    "in store only",
                    "x",
                    "及以下",
                    "?");

    private record Reading(String currency, String text, String expected) {
        List<Promotion> read(String words) {
            return CommonPhrases.book("zh", Currency.getInstance(currency))
                    .read(new Subject("P1", Money.of(100_000, currency)), words);
        }
    }

    @Test
    void everyTextSaysWhatIsWrittenDownForIt() {
        List<String> wrong = new ArrayList<>();
        for (Reading reading : readings()) {
            String read = PhraseNotation.of(reading.read(reading.text()));
            if (!read.equals(reading.expected())) {
                wrong.add(reading + ", read as " + read);
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(readings()).hasSizeGreaterThan(200);
    }

    @Test
    void noTextWithMoreWordsIsPriced() {
        List<String> priced = new ArrayList<>();
        Random random = new Random(20261125);
        for (Reading reading : readings()) {
            // of two promotions with " / " between them, the rest spoils one
            for (int i = 0; i < 40 && !reading.expected().contains(" ; "); i++) {
                String rest = REST.get(random.nextInt(REST.size()));
                String gap = random.nextBoolean() ? " " : "，";
                String words =
                        switch (random.nextInt(3)) {
                            case 0 -> reading.text() + gap + rest;
                            case 1 -> rest + gap + reading.text();
                            default -> rest + gap + reading.text() + gap + rest;
                        };
                for (Promotion promotion : reading.read(words)) {
                    // what is said of a gift is its description, and lowers no price
                    if (promotion.isModelled() && !(promotion.benefit() instanceof Benefit.Gift)) {
                        priced.add(words + " -> " + PhraseNotation.of(List.of(promotion)));
                    }
                }
            }
        }
        assertThat(priced).isEmpty();
    }

    @Test
    void widthScriptAndSpacesDoNotMatter() {
        List<String> others = new ArrayList<>();
        for (Reading reading : readings()) {
            if (reading.text().chars().anyMatch(c -> c >= 0x4e00)
                    && !reading.expected().contains("[")) {
                String spaced = reading.text().replaceAll("(?<=[\\u4e00-\\u9fff])", "\u3000 ");
                String wide = wide(reading.text());
                for (String other : List.of(spaced, wide)) {
                    if (!PhraseNotation.of(reading.read(other)).equals(reading.expected())) {
                        others.add(other + " -> " + PhraseNotation.of(reading.read(other)));
                    }
                }
            }
        }
        assertThat(others).isEmpty();
    }

    /** Everything but commas, which part numbers of thousands when they are narrow. */
    private static String wide(String text) {
        StringBuilder wide = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            wide.append(c > ' ' && c <= '~' && c != ',' ? (char) (c + 0xfee0) : c);
        }
        // a number of thousands keeps its digits together either way
        return text.matches(".*\\d,\\d.*") ? text : wide.toString();
    }

    private static List<Reading> readings() {
        List<Reading> readings = new ArrayList<>();
        try (InputStream in = PhraseReadingsTest.class.getResourceAsStream("readings.tsv")) {
            assertThat(in).isNotNull();
            for (String line :
                    new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
                if (!line.startsWith("# ")) {
                    String[] columns = line.split("\t", -1);
                    assertThat(columns).as(line).hasSize(3);
                    readings.add(new Reading(columns[0], columns[1], columns[2]));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return readings;
    }
}
