package com.truecart.search.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SizeTest {

    @Test
    void aMeasureIsTheSameInEitherLanguageAndWithOrWithoutABlank() {
        for (String text :
                List.of("330ml", "330 mL", "330-ml", "330毫升", "３３０ｍｌ", "33cl", "0.33 L")) {
            assertThat(sizes(text)).as(text).containsExactly("330ml");
        }
        assertThat(sizes("500克")).isEqualTo(sizes("500 g")).isEqualTo(sizes("0.5公斤"));
    }

    @Test
    void unitsThatAreDecimalMultiplesOfEachOtherAreOne() {
        assertThat(sizes("1L")).isEqualTo(sizes("1000毫升")).containsExactly("1000ml");
        assertThat(sizes("1,000ml")).isEqualTo(sizes("1公升"));
        assertThat(sizes("2.50 kg")).containsExactly("2500g");
        assertThat(sizes("60cm")).containsExactly("600mm");
        assertThat(sizes("3.20 GHz")).isEqualTo(sizes("3.2ghz")).containsExactly("3200mhz");
        assertThat(sizes("866MHz")).isEqualTo(sizes("0.866 GHz"));
    }

    @Test
    void whatIsOnlyAboutTheSameIsNot() {
        assertThat(sizes("32 oz")).isNotEqualTo(sizes("946ml"));
        assertThat(sizes("1斤")).isEmpty();
    }

    @Test
    void aPackIsTheSameHoweverItIsCounted() {
        for (String text :
                List.of(
                        "6 x 330ml",
                        "6x330毫升",
                        "6 × 330 ml",
                        "330ml x 6",
                        "330毫升 x 6罐",
                        "330ml 6 cans",
                        "330毫升 6罐裝",
                        "330ml 6-pack",
                        "330ml 6's")) {
            assertThat(sizes(text)).as(text).containsExactlyInAnyOrder("330ml", "6pcs");
        }
        assertThat(sizes("10片 x 3包")).containsExactly("10pcs", "3pcs");
    }

    @Test
    void modelNumbersAndBrandsAreNoSizes() {
        for (String text :
                List.of(
                        "WH-1000XM4",
                        "X-5L",
                        "3M",
                        "7D",
                        "iPhone 5s",
                        "Socket 1156 Box",
                        "Socket 775 Box",
                        "E3-1265L",
                        "E5-2687W",
                        "A1L")) {
            assertThat(sizes(text)).as(text).isEmpty();
        }
        assertThat(sizes("1500W")).containsExactly("1500w");
        assertThat(sizes("12 box")).containsExactly("12pcs");
    }

    private static List<String> sizes(String text) {
        return Size.in(Folding.of(text)).stream().map(Size::form).toList();
    }
}
