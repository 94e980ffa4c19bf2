package com.truecart.search.highlight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class HighlighterTest {

    @Test
    void wordsAreMarkedAsTheyStandInTheName() {
        assertThat(marked("lemon TEA", "Vita Lemon Tea 250ml"))
                .isEqualTo("Vita [Lemon] [Tea] 250ml");
        assertThat(marked("sheets", "Dryer Sheet")).isEqualTo("Dryer [Sheet]");
        assertThat(marked("soap", "Vita Lemon Tea")).isEqualTo("Vita Lemon Tea");
    }

    @Test
    void eitherFormOfChineseAndWideLettersAreMarked() {
        assertThat(marked("柠檬茶", "維他檸檬茶 250ml")).isEqualTo("維他[檸檬茶] 250ml");
        assertThat(marked("vita", "ＶＩＴＡ 檸檬茶")).isEqualTo("[ＶＩＴＡ] 檸檬茶");
    }

    @Test
    void aSizeIsMarkedInAnyOfItsSpellingsAndNoOtherSizeIs() {
        assertThat(marked("1.5L", "Water 1500 ml")).isEqualTo("Water [1500 ml]");
        assertThat(marked("330ml", "可樂 330毫升 x 8罐")).isEqualTo("可樂 [330毫升] x 8罐");
        assertThat(marked("330ml", "Cola 330 g")).isEqualTo("Cola 330 g");
    }

    @Test
    void aModelNumberIsMarkedHoweverItIsWritten() {
        assertThat(marked("wh1000xm4", "Sony WH-1000XM4 black"))
                .isEqualTo("Sony [WH]-[1000XM4] black");
        assertThat(marked("wh1000xm4", "Sony WH-1000XM5 black")).isEqualTo("Sony WH-1000XM5 black");
    }

    @Test
    void otherNamesAndPinyinAreMarked() {
        assertThat(marked("tissue", "柔軟紙巾")).isEqualTo("柔軟[紙巾]");
        assertThat(marked("ningmengcha", "維他檸檬茶")).isEqualTo("維他[檸檬茶]");
    }

    @Test
    void aSlipIsMarkedOnlyWhereTheAnswerWasReadLoosely() {
        assertThat(marked("shampo", "Herbal shampoo")).isEqualTo("Herbal shampoo");
        assertThat(loosely("shampo", "Herbal shampoo")).isEqualTo("Herbal [shampoo]");
        assertThat(loosely("shmapoo", "Herbal shampoo")).isEqualTo("Herbal [shampoo]");
        assertThat(loosely("shampo", "Herbal shame")).isEqualTo("Herbal shame");
    }

    @Test
    void thePiecesOfAnyNameGiveTheNameAgain() {
        List<String> parts =
                List.of(
                        "Vita",
                        "檸檬茶",
                        "WH-1000XM4",
                        "330毫升",
                        "x 6",
                        "🥛",
                        "\ud83e",
                        "'s",
                        "，",
                        "Ⅻ",
                        "ﾊﾟﾝ",
                        "ß",
                        "İ");
        Random random = new Random(20261127);
        for (int i = 0; i < 5_000; i++) {
            String name = drawn(parts, random);
            String question = drawn(parts, random);
            assertThat(text(Highlighter.of(question, random.nextBoolean()).in(name)))
                    .isEqualTo(name);
        }
    }

    @Test
    void scriptsAndHalfCharactersStayWhatTheyAre() {
        for (String name : List.of("<script>alert('milk')</script>", "🥛 milk \ud83e", "", " ")) {
            assertThat(text(Highlighter.of("milk 🥛", true).in(name))).isEqualTo(name);
        }
        assertThat(marked("", "Milk")).isEqualTo("Milk");
    }

    private static String drawn(List<String> parts, Random random) {
        return random.ints(1 + random.nextInt(6), 0, parts.size())
                .mapToObj(part -> parts.get(part) + (random.nextBoolean() ? " " : ""))
                .collect(Collectors.joining());
    }

    private static String marked(String question, String name) {
        return written(Highlighter.of(question, false).in(name));
    }

    private static String loosely(String question, String name) {
        return written(Highlighter.of(question, true).in(name));
    }

    private static String written(List<Piece> pieces) {
        return pieces.stream()
                .map(piece -> piece.isFound() ? "[" + piece.text() + "]" : piece.text())
                .collect(Collectors.joining());
    }

    private static String text(List<Piece> pieces) {
        return pieces.stream().map(Piece::text).collect(Collectors.joining());
    }
}
