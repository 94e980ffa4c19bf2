package com.truecart.connector.__PACKAGE__;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.truecart.kit.Json;
import com.truecart.model.Availability;
import com.truecart.model.Listing;
import com.truecart.model.Localized;
import com.truecart.model.Seller;
import com.truecart.spi.UpstreamException.Drifted;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Each quirk of the upstream, with the example that shows it. */
class TranslateTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    private final Translate translate =
            new Translate(new Seller("shop", Localized.of("en", "The shop")));

    @Test
    void namesAreWrittenAsMarkup() {
        assertThat(read("\"name\": \"Salt &amp; <b>pepper</b>\"").title().in(Locale.ENGLISH))
                .isEqualTo("Salt & pepper");
    }

    @Test
    void aShopThatDoesNotSayWhetherItHasOneIsNotAskedAgain() {
        assertThat(read("\"name\": \"Salt\"").offers().getFirst().availability())
                .isEqualTo(Availability.UNSTATED);
    }

    @Test
    void aPriceInWordsIsNoPrice() {
        Json product =
                Json.parse(
                        "{\"id\": 1, \"name\": \"Salt\", \"price\": \"on request\","
                                + " \"currency\": \"HKD\"}");
        assertThatThrownBy(() -> translate.listing(product, NOW))
                .isInstanceOf(Drifted.class)
                .hasMessageContaining("price");
    }

    private Listing read(String name) {
        return translate.listing(
                Json.parse("{\"id\": 1, " + name + ", \"price\": \"0.90\", \"currency\": \"HKD\"}"),
                NOW);
    }
}
