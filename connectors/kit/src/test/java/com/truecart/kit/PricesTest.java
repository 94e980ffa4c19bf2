package com.truecart.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.truecart.model.Money;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PricesTest {
    private static final Currency HKD = Currency.getInstance("HKD");

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "12.90; 1290 HKD",
                "12; 1200 HKD",
                "0.5; 50 HKD",
                "15.00 USD; 1500 USD",
                "usd 15.00; 1500 USD",
                "$1,299.00; 129900 HKD",
                "HK$1,234,567.89; 123456789 HKD",
                "US$3; 300 USD",
                "19.99 €; 1999 EUR",
                "¥ 20; 2000 HKD",
                "1200.00 JPY; 1200 JPY",
                "12.900; 1290 HKD"
            })
    void aPriceIsReadToTheMinorUnit(String text, String minorAndCurrency) {
        String[] expected = minorAndCurrency.split(" ", 2);
        assertThat(Prices.major(text, HKD))
                .isEqualTo(Money.of(Long.parseLong(expected[0]), expected[1]));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "free",
                "-1.00",
                "12,90",
                "1.299,00",
                "1,29",
                "1e3",
                "NaN",
                "12.90 XX1",
                "12.90 ZZZ",
                "$12 USD",
                "12.905",
                "9999999999999",
                "１２"
            })
    void whatIsNoExactPriceIsRefused(String text) {
        assertThatThrownBy(() -> Prices.major(text, HKD))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("expected ");
    }

    @Test
    void theRefusalSaysWhatWasExpectedAndFound() {
        assertThatThrownBy(() -> Prices.major("abc", HKD))
                .hasMessage(
                        "expected a price such as \"12.90\", \"15.00 USD\" or \"$1,299.00\", found"
                                + " \"abc\"");
    }

    @Test
    void anUpstreamsOwnMinorUnitIsConverted() {
        Currency jpy = Currency.getInstance("JPY");
        assertThat(Prices.minor("1290", 2, HKD)).isEqualTo(Money.of(1290, "HKD"));
        assertThat(Prices.minor("1290", 0, HKD)).isEqualTo(Money.of(129000, "HKD"));
        assertThat(Prices.minor("129000", 2, jpy)).isEqualTo(Money.of(1290, "JPY"));
        assertThatThrownBy(() -> Prices.minor("129001", 2, jpy))
                .hasMessage("expected at most 0 decimals for JPY, found \"129001 (2 decimals)\"");
        assertThatThrownBy(() -> Prices.minor("12.90", 2, HKD))
                .hasMessageContaining("whole minor units");
    }
}
