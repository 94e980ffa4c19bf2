package com.truecart.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class LocalizedTest {
    private final Localized milk = Localized.of("en", "Milk").and("zh-Hant", "鮮奶");

    @Test
    void aReaderOfChineseGetsTheOtherScriptBeforeAnotherLanguage() {
        assertThat(milk.in(Locale.SIMPLIFIED_CHINESE)).isEqualTo("鮮奶");
        assertThat(milk.in(Locale.forLanguageTag("zh-HK"))).isEqualTo("鮮奶");
    }

    @Test
    void whoeverReadsNoneOfTheLanguagesGetsEnglish() {
        assertThat(milk.in(Locale.FRENCH)).isEqualTo("Milk");
    }

    @Test
    void aTextOfUnstatedLanguageServesEverybody() {
        assertThat(Localized.of(Localized.UNSTATED, "可口可樂 Coca-Cola").in(Locale.FRENCH))
                .isEqualTo("可口可樂 Coca-Cola");
    }
}
