package com.truecart.connector.pricewatch;

import com.truecart.model.Localized;
import com.truecart.model.Seller;
import java.util.Map;

/** The chains the price watch visits, by the code it gives them. */
final class Chains {
    private static final Map<String, Localized> NAMES =
            Map.of(
                    "AEON", Localized.of("en", "AEON"),
                    "DCHFOOD", named("DCH Food Mart", "大昌食品"),
                    "JASONS", Localized.of("en", "Market Place by Jasons"),
                    "LUNGFUNG", named("Lung Fung", "龍豐"),
                    "MANNINGS", named("Mannings", "萬寧"),
                    "PARKNSHOP", named("PARKnSHOP", "百佳"),
                    "SASA", named("Sa Sa", "莎莎"),
                    "WATSONS", named("Watsons", "屈臣氏"),
                    "WELLCOME", named("Wellcome", "惠康"));

    private Chains() {}

    /**
     * The chain behind a code; one we have never heard of is named by its code until somebody adds
     * it here.
     */
    static Seller seller(String code) {
        return new Seller(code, NAMES.getOrDefault(code, Localized.of(Localized.UNSTATED, code)));
    }

    private static Localized named(String english, String chinese) {
        return Localized.of("en", english).and("zh-Hant", chinese);
    }
}
