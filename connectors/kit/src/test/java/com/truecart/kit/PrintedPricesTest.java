package com.truecart.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Currency;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrintedPricesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "12.90                | EUR | EUR 12.90",
                "12,90                | EUR | EUR 12.90",
                "1.299,00 €           | EUR | EUR 1299.00",
                "€1,299.00            |     | EUR 1299.00",
                "1 299,50             | SEK | SEK 1299.50",
                "kr 1 299             | NOK | NOK 1299.00",
                "CHF 1'299.–          |     | CHF 1299.00",
                "Fr. 12.-             |     | CHF 12.00",
                "1.299.000            | VND | VND 1299000",
                "1,299                | USD | USD 1299.00",
                "0.500                | EUR | EUR 0.50",
                "1234.500             | EUR | EUR 1234.50",
                "99,99 zł             |     | PLN 99.99",
                "HK$1,299             | HKD | HKD 1299.00",
                "¥1500                | JPY | JPY 1500",
                "19.989999999999998   | EUR | EUR 19.99",
                "12.9000              | EUR | EUR 12.90",
                "R$ 1.299,90          |     | BRL 1299.90",
                "-3,50                | EUR | EUR -3.50",
            })
    void aPriceIsReadAsItIsPrinted(String text, String stated, String price) {
        assertThat(PrintedPrices.read(text, Optional.ofNullable(stated).map(Currency::getInstance)))
                .hasToString(price);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "1.299          | EUR | three decimals",
                "12.90          |     | no currency",
                "$12.90         |     | no currency",
                "12,90 €        | USD | by its sign",
                "12.345         | USD | three decimals",
                "12.3456        | USD | at most 2 decimals",
                "1,29,99        | EUR | expected a price",
                "from 12.90     | EUR | expected a price",
                "12.90 - 15.90  | EUR | expected a price",
                "12 90          | EUR | expected a price",
                "call us        | EUR | expected a price",
                "12.90 XXQ      |     | expected a price",
            })
    void whatCanBeReadInTwoWaysIsRefused(String text, String stated, String reason) {
        assertThatThrownBy(() ->
                        PrintedPrices.read(
                                text, Optional.ofNullable(stated).map(Currency::getInstance)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void aKnownDecimalSeparatorSettlesIt() {
        Optional<Currency> euro = Optional.of(Currency.getInstance("EUR"));
        assertThat(PrintedPrices.read("1.299", euro, Optional.of(","))).hasToString("EUR 1299.00");
        assertThatThrownBy(() -> PrintedPrices.read("1.299", euro, Optional.of(".")))
                .hasMessageContaining("at most 2 decimals");
    }
}
