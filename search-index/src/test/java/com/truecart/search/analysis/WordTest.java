package com.truecart.search.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordTest {

    @Test
    void aSizeIsKeptAndSplit() {
        Word size = Word.in("Cola 330mL").getLast();
        assertThat(size.whole()).isEqualTo("330ml");
        assertThat(size.parts()).containsExactly("330", "ml");
    }

    @Test
    void aSizeIsFoundAsTypedOrInItsOneSpelling() {
        assertThat(Word.in("1公升"))
                .containsExactly(new Word("1000ml", List.of("1", "公升"), true, List.of()));
        assertThat(Word.in("1L"))
                .containsExactly(new Word("1000ml", List.of("1l"), true, List.of()));
        assertThat(Word.normal("Cola 1 L")).isEqualTo(Word.normal("cola 1000毫升"));
    }

    @Test
    void wordsOfFourLettersMayBeMistypedModelNumbersAndSizesMayNot() {
        assertThat(Word.in("cola").getFirst().mayBeMistyped()).isTrue();
        for (String text : List.of("tea", "wh1000xm4", "5930k", "330ml", "牛奶", "2024")) {
            assertThat(Word.in(text).getFirst().mayBeMistyped()).as(text).isFalse();
        }
    }

    @Test
    void fullWidthAndHalfWidthAreTheSame() {
        assertThat(Word.in("ＣＯＬＡ　３３０ｍｌ")).isEqualTo(Word.in("cola 330ml"));
    }

    @Test
    void traditionalAndSimplifiedAreTheSame() {
        assertThat(Word.in("可樂")).isEqualTo(Word.in("可乐"));
        assertThat(Word.wholes("鮮牛奶")).containsExactly("鲜牛", "牛奶");
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
