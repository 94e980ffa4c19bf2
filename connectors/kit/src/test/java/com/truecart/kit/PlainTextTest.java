package com.truecart.kit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainTextTest {
    @Test
    void markupGoesAndWordsStayApart() {
        assertThat(
                        PlainText.of(
                                "<p>Green&nbsp;tea &amp; milk</p><p>500 ml</p><script>x()</script><style>p{}</style>",
                                100))
                .isEqualTo("Green tea & milk 500 ml");
        assertThat(PlainText.of("a<br>b<ul><li>c<li>d</ul>", 100)).isEqualTo("a b c d");
    }

    @Test
    void encodedMarkupIsTextAndStaysText() {
        assertThat(PlainText.of("&lt;b&gt; is bold", 100)).isEqualTo("<b> is bold");
    }

    @Test
    void aLongTextEndsInAnEllipsisAndCutsNoCharacterInTwo() {
        assertThat(PlainText.of("abcdefgh", 5)).isEqualTo("abcd…");
        assertThat(PlainText.of("abc\ud83c\udf75defgh", 5)).isEqualTo("abc…");
        assertThat(PlainText.of("<i>".repeat(200_000) + "deep", 10)).hasSizeLessThanOrEqualTo(10);
    }
}
