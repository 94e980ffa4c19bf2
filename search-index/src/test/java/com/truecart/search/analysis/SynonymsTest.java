package com.truecart.search.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SynonymsTest {

    @Test
    void anyNameOfALineFindsTheOthers() {
        Synonyms synonyms = new Synonyms(List.of("# paper", "", "tissue, 紙巾, paper hanky"));
        assertThat(others(synonyms, "tissues"))
                .containsExactly(List.of("纸巾"), List.of("paper", "hanky"));
        assertThat(others(synonyms, "blue paper hankies"))
                .containsExactly(List.of("tissue"), List.of("纸巾"));
        assertThat(others(synonyms, "paper")).isEmpty();
    }

    @Test
    void anArrowLeadsOneWay() {
        Synonyms synonyms = new Synonyms(List.of("coke => cola"));
        assertThat(others(synonyms, "coke")).containsExactly(List.of("cola"));
        assertThat(others(synonyms, "cola")).isEmpty();
    }

    @Test
    void aLineThatIsNotInTheFormatIsNamed() {
        assertThatThrownBy(() -> new Synonyms(List.of("tissue")))
                .hasMessage("a synonym needs two names: tissue");
        assertThatThrownBy(() -> new Synonyms(List.of("a => b => c")))
                .hasMessageContaining("a => b => c");
        assertThatThrownBy(() -> new Synonyms(List.of("tissue, one two three four five")))
                .hasMessageContaining("is not one to four words");
    }

    @Test
    void shippedOnesLeadFromLanguageToLanguageButNotFromAThingToABrand() {
        assertThat(others(Synonyms.SHIPPED, "tissue")).contains(List.of("纸巾"));
        assertThat(others(Synonyms.SHIPPED, "洗頭水")).contains(List.of("shampoo"));
        assertThat(others(Synonyms.SHIPPED, "coke")).contains(List.of("cola"), List.of("可乐"));
        assertThat(others(Synonyms.SHIPPED, "可樂").toString()).doesNotContain("可口");
    }

    private static List<List<String>> others(Synonyms synonyms, String text) {
        return synonyms.in(Word.all(text)).stream().map(Synonyms.Match::tokens).toList();
    }
}
