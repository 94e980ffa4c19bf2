package com.truecart.connector.jsonld;

import com.truecart.kit.PlainText;
import com.truecart.model.Availability;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What helps to tell products apart and has no place of its own in a listing. */
final class Facts {
    private static final List<String> PLAIN =
            List.of("color", "size", "material", "pattern", "model");
    private static final int LONGEST = 200;
    private static final int MOST = 50;

    private Facts() {}

    static Map<String, String> of(Thing product) {
        Map<String, String> facts = new LinkedHashMap<>();
        for (String property : PLAIN) {
            put(facts, property, product.text(property).map(Value::bare));
        }
        for (Thing each : product.things("additionalProperty")) {
            if (facts.size() < MOST) {
                each.text("name").ifPresent(name -> put(facts, name, each.text("value")));
            }
        }
        return facts;
    }

    /** What an offer says beside its price: unknown words, tax that comes on top, its delivery. */
    static Map<String, String> ofOffer(StatedOffer stated, Pricing pricing) {
        Map<String, String> facts = new LinkedHashMap<>();
        put(
                facts,
                "availability",
                stated.stated("availability")
                        .filter(word -> Words.availability(word) == Availability.UNSTATED)
                        .map(Value::bare));
        if (!pricing.hasTax()) {
            facts.put("tax", "not included in the price");
        }
        put(facts, "delivery", delivery(stated));
        return facts;
    }

    private static Optional<String> delivery(StatedOffer stated) {
        List<String> rates = new ArrayList<>();
        for (Thing details : stated.things("shippingDetails")) {
            Optional<Thing> rate = details.thing("shippingRate");
            Optional<String> value = rate.flatMap(each -> each.text("value", "maxValue"));
            if (value.isPresent()) {
                String where =
                        details.things("shippingDestination").stream()
                                .flatMap(each -> each.texts("addressCountry").stream())
                                .findFirst()
                                .map(country -> " to " + country)
                                .orElse("");
                String unit = rate.flatMap(each -> each.text("currency")).orElse("");
                rates.add((value.get() + " " + unit).strip() + where);
            }
        }
        return rates.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", rates));
    }

    private static void put(Map<String, String> facts, String name, Optional<String> value) {
        String plainName = PlainText.of(name, LONGEST);
        value.map(text -> PlainText.of(text, LONGEST))
                .filter(text -> !text.isBlank() && !plainName.isBlank())
                .ifPresent(text -> facts.put(plainName, text));
    }
}
