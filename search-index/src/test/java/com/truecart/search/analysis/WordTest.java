package com.truecart.search.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordTest {

    @Test
    void aSizeIsKeptAndSplit() {
        assertThat(Word.in("Cola 330mL"))
                .containsExactly(
                        new Word("cola", List.of()), new Word("330ml", List.of("330", "ml")));
    }

    @Test
    void fullWidthAndHalfWidthAreTheSame() {
        assertThat(Word.in("ＣＯＬＡ　３３０ｍｌ")).isEqualTo(Word.in("cola 330ml"));
    }

    @Test
    void traditionalAndSimplifiedAreTheSame() {
        assertThat(Word.in("可樂")).isEqualTo(Word.in("可乐"));
        assertThat(Word.in("鮮牛奶"))
                .containsExactly(new Word("鲜牛", List.of()), new Word("牛奶", List.of()));
    }

    @Test
    void pluralsAndPossessivesLoseTheirEnding() {
        assertThat(Word.in("olives berries")).isEqualTo(Word.in("olive berry"));
        assertThat(Word.in("Baker's").getFirst().parts()).containsExactly("baker");
    }

    @Test
    void languagesMayMixInOneText() {
        assertThat(Word.in("維他vita檸檬茶").stream().map(Word::whole))
                .containsExactly("维他", "vita", "柠檬", "檬茶");
    }

    @Test
    void equalNamesHaveOneNormalForm() {
        assertThat(Word.normal("Coca-Cola  ZERO")).isEqualTo("coca cola zero");
    }

    @Test
    void aHostileTextBecomesFewWords() {
        assertThat(Word.in("a1".repeat(100)).getFirst().parts()).isEmpty();
        assertThat(Word.in("x ".repeat(100))).hasSize(Word.MOST_WORDS);
        assertThat(Word.in("!!! ???")).isEmpty();
    }
}
