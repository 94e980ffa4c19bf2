package com.truecart.search.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.search.analysis.Alternative.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class FormsTest {

    @Test
    void aModelNumberIsOneHoweverItsPiecesAreWritten() {
        for (String title :
                List.of("Sony WH-1000XM4", "Sony WH 1000 XM4", "sony wh1000 xm4", "WH-1000-XM4")) {
            assertThat(Forms.of(title)).as(title).contains("wh1000xm4");
            assertThat(joined(title)).as(title).contains("wh1000xm4");
        }
        assertThat(joined("Hotpoint MN 314 IX H")).contains("mn314ixh");
        assertThat(joined("sony wh1000xm4")).doesNotContain("wh1000xm5");
    }

    @Test
    void twoWordsOfLettersMayBeOne() {
        assertThat(Forms.of("Coca-Cola Zero")).contains("cocacola");
        assertThat(joined("dish washer")).contains("dishwasher");
    }

    @Test
    void sizesAreKeptInTheirOneSpellingAndNotJoined() {
        assertThat(Forms.of("可樂 330毫升 x 6")).containsExactly("330ml", "6pcs");
        assertThat(Forms.of("Cola 1.5L")).containsExactly("1500ml");
    }

    @Test
    void aNumberWithLettersStandsForOneProductASizeDoesNot() {
        assertThat(
                        Word.in("Bosch SMV40C30GB 60cm").stream()
                                .flatMap(w -> w.modelNumbers().stream()))
                .contains("smv40c30gb")
                .doesNotContain("600mm");
        assertThat(Word.in("cola 330ml").stream().flatMap(w -> w.modelNumbers().stream()))
                .isEmpty();
    }

    private static List<String> joined(String text) {
        return Word.in(text).stream()
                .flatMap(word -> word.alternatives().stream())
                .filter(alternative -> alternative.kind() == Kind.JOINED)
                .flatMap(alternative -> alternative.tokens().stream())
                .toList();
    }
}
