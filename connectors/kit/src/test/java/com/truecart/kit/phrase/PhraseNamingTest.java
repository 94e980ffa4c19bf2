package com.truecart.kit.phrase;

import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.model.Money;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhraseNamingTest {

    @ParameterizedTest
    @CsvSource({
        "Sel Acme,                   Acme,         Oat drink 1L,               Drinks",
        "Selected Acme Products,     Acme,         Oat drink 1L,               Drinks",
        "ACME OIL,                   Acme,         Sunflower oil 1L,           Sunflower oil",
        "Big Acme Orange,            Big Acme,     C950 tablets - Orange 30s,  Vitamins",
        "BA Chick Ess,               Big Acme,     Pure Chicken Essence 60ml,  Chicken essence",
        "B&A Rosy Belly #4,          Bull & Acre,  Rosy Belly 4 Formula 900g,  Formula",
        "T-5 Super #2,               Acme,         T-5 Super 2 Formula 800g,   Formula",
    })
    void aSelectionByTheNameOfTheProductIsThisOffer(
            String words, String brand, String title, String category) {
        assertThat(Naming.names(words, subject(brand, title, category))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "Sel,                        Acme,         Oat drink 1L,               Drinks",
        "Sel Skincare Products,      Acme,         Cream 50ml,                 Skincare",
        "Sel Baby Products,          Happy Baby,   Baby cream 50ml,            Baby care",
        "Baby Wipes,                 Acme,         Baby Wipes 30s,             Baby wipes",
        "Acme (Exclude Gold),        Acme,         Gold oat drink 1L,          Drinks",
        "Acme Tape,                  Acme,         Diapers L 48s,              Diapers",
        "AcmeBolt,                   Acme,         Tablets 60s,                Vitamins",
        "Acme & Bolt,                Acme,         Tablets 60s,                Vitamins",
        "BA,                         Big Acme,     Tablets 60s,                Vitamins",
        "Rosy Belly#23,              Acme,         Rosy Belly 2 Formula 900g,  Formula",
        "Rosy Belly #3,              Acme,         Rosy Belly 2 Formula 3 kg,  Formula",
        "Acme Oil,                   Acmes,        Oil 1L,                     Oil",
        "Orange Acme,                Acme,         Orange drink 1L,            Drinks",
        "Ac Or,                      Acme,         Orange drink 1L,            Drinks",
    })
    void aSelectionByAnythingElseIsNot(String words, String brand, String title, String category) {
        assertThat(Naming.names(words, subject(brand, title, category))).isFalse();
    }

    private static Subject subject(String brand, String title, String category) {
        return new Subject("P1", Money.of(1200, "HKD"), brand, title, List.of(category));
    }
}
