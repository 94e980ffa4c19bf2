package com.truecart.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GtinTest {
    @Test
    void upcAndEanOfOneArticleAreEqual() {
        assertThat(Gtin.parse("036000291452")).isEqualTo(Gtin.parse("0036000291452"));
        assertThat(Gtin.parse("4006381-333931").digits()).isEqualTo("04006381333931");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"4006381333932", "123", "abc", "00000000", "2000000000008", "0200000000004"})
    void whatNamesNoProductIsRefused(String text) {
        assertThatThrownBy(() -> Gtin.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
