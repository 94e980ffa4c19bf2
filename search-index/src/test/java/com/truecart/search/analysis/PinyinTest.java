package com.truecart.search.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.search.analysis.Alternative.Kind;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PinyinTest {

    @Test
    void pairsOfSyllablesAreKeptForEitherFormOfCharacters() {
        assertThat(Pinyin.of("檸檬茶 250毫升"))
                .isEqualTo(Pinyin.of("柠檬茶 250毫升"))
                .containsExactly("ningmeng", "mengcha", "haosheng");
        assertThat(Pinyin.of("Lemon Tea")).isEmpty();
    }

    @Test
    void whoTypesPinyinFindsTheChineseNameWithOrWithoutBlanks() {
        for (String typed : List.of("kekoukele", "ke kou ke le", "kekou kele", "KeKouKeLe")) {
            assertThat(asked(typed)).as(typed).allMatch(Pinyin.of("可口可樂")::contains).isNotEmpty();
        }
        assertThat(asked("lvcha")).containsExactly("lucha");
        assertThat(Pinyin.of("綠茶")).containsExactly("lucha");
        assertThat(asked("xi'an")).contains("xian");
    }

    @Test
    void secondReadingsOfFoodsAreKnown() {
        assertThat(Pinyin.of("薄荷")).contains("bohe");
        assertThat(Pinyin.of("人參")).contains("renshen");
    }

    @Test
    void oneSyllableAndEnglishWordsAreNotPinyin() {
        for (String typed : List.of("men", "milk", "dark chocolate", "S-26", "250ml")) {
            assertThat(asked(typed)).as(typed).isEmpty();
        }
    }

    private static Set<String> asked(String text) {
        return Word.in(text).stream()
                .flatMap(word -> word.alternatives().stream())
                .filter(alternative -> alternative.kind() == Kind.PINYIN)
                .flatMap(alternative -> alternative.tokens().stream())
                .collect(Collectors.toSet());
    }
}
