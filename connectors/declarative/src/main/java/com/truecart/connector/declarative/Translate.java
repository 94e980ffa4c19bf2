package com.truecart.connector.declarative;

import com.truecart.connector.declarative.Definition.Field;
import com.truecart.connector.declarative.Filters.Scene;
import com.truecart.kit.PlainText;
import com.truecart.kit.PrintedPrices;
import com.truecart.kit.WebAddress;
import com.truecart.kit.phrase.CommonPhrases;
import com.truecart.kit.phrase.PhraseBook;
import com.truecart.kit.phrase.Subject;
import com.truecart.model.Availability;
import com.truecart.model.Gtin;
import com.truecart.model.Identifiers;
import com.truecart.model.ItemCondition;
import com.truecart.model.Listing;
import com.truecart.model.Localized;
import com.truecart.model.Money;
import com.truecart.model.Offer;
import com.truecart.model.Promotion;
import com.truecart.model.Seller;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** A record in our words, by its definition. Pure. */
final class Translate {
    private static final int TITLE = 500;
    private static final int DESCRIPTION = 5_000;

    private final Definition definition;
    private final String language;
    private final Seller seller;
    private final PhraseBook phrases;

    Translate(Definition definition, String shopName) {
        this.definition = definition;
        this.language = definition.language().orElse(Localized.UNSTATED);
        this.seller = new Seller("shop", Localized.of(language, shopName));
        this.phrases = CommonPhrases.book(language, definition.currency());
    }

    /**
     * The listing.
     *
     * @throws IllegalArgumentException beginning with the field that cannot be used
     */
    Listing listing(Part record, Scene scene, Instant seenAt) {
        Values values = new Values(record, scene);
        String id = values.required("id");
        String title = PlainText.of(values.required("title"), TITLE);
        Optional<Localized> brand = values.plain("brand", TITLE);
        List<Localized> category = new ArrayList<>();
        values.all("category")
                .forEach(step -> category.add(Localized.of(language, PlainText.of(step, TITLE))));
        Map<String, String> attributes = attributes(record, scene);
        Optional<Gtin> gtin = values.one("gtin").flatMap(text -> gtin(text, attributes));
        Money price = values.money("price").orElseThrow(() -> missing("price"));
        if (!price.isPositive()) {
            throw new IllegalArgumentException("price: must be above nothing, is " + price);
        }
        return new Listing(
                id,
                values.one("variant_of").filter(group -> !group.equals(id)),
                Localized.of(language, title),
                brand,
                category,
                values.plain("description", DESCRIPTION),
                new Identifiers(gtin, values.one("mpn"), Optional.empty()),
                attributes,
                values.one("page").flatMap(WebAddress::of),
                values.one("image").flatMap(WebAddress::of),
                OptionalInt.empty(),
                List.of(
                        new Offer(
                                seller,
                                price,
                                values.money("list_price")
                                        .filter(list -> list.compareTo(price) > 0),
                                availability(values.one("availability"), attributes),
                                condition(values.one("condition")),
                                promotions(
                                        record,
                                        scene,
                                        subject(id, price, brand, title, category)))),
                seenAt);
    }

    private static Subject subject(
            String id,
            Money price,
            Optional<Localized> brand,
            String title,
            List<Localized> category) {
        return new Subject(
                id,
                price,
                brand.map(Translate::words).orElse(""),
                title,
                category.stream().map(Translate::words).toList());
    }

    private static String words(Localized text) {
        return text.byLanguage().values().iterator().next();
    }

    private List<Promotion> promotions(Part record, Scene scene, Subject subject) {
        Map<String, Promotion> byRef = new LinkedHashMap<>();
        for (Field field : definition.promotions()) {
            for (String text : field.values(record, scene)) {
                phrases.read(subject, text)
                        .forEach(promotion -> byRef.putIfAbsent(promotion.ref(), promotion));
            }
        }
        return List.copyOf(byRef.values());
    }

    private Map<String, String> attributes(Part record, Scene scene) {
        Map<String, String> attributes = new LinkedHashMap<>();
        definition
                .attributes()
                .forEach((name, field) -> {
                    List<String> values = field.values(record, scene);
                    if (!values.isEmpty()) {
                        attributes.put(name, PlainText.of(String.join(", ", values), TITLE));
                    }
                });
        return attributes;
    }

    private static Optional<Gtin> gtin(String text, Map<String, String> attributes) {
        try {
            return Optional.of(Gtin.parse(text));
        } catch (IllegalArgumentException malformed) {
            attributes.put("GTIN", text);
            return Optional.empty();
        }
    }

    /** Our own words, in any case and with blanks; another one is shown and means nothing to us. */
    private static Availability availability(
            Optional<String> word, Map<String, String> attributes) {
        for (Availability each : Availability.values()) {
            if (word.filter(text -> key(text).equals(each.name())).isPresent()) {
                return each;
            }
        }
        word.ifPresent(text -> attributes.put("availability", PlainText.of(text, TITLE)));
        return Availability.UNSTATED;
    }

    private static ItemCondition condition(Optional<String> word) {
        for (ItemCondition each : ItemCondition.values()) {
            if (word.filter(text -> key(text).equals(each.name())).isPresent()) {
                return each;
            }
        }
        return ItemCondition.UNSTATED;
    }

    private static String key(String text) {
        return text.strip().toUpperCase(Locale.ROOT).replaceAll("[\\s-]+", "_");
    }

    private static IllegalArgumentException missing(String field) {
        return new IllegalArgumentException(field + ": is missing");
    }

    /** The values of one record. */
    private final class Values {
        private final Part record;
        private final Scene scene;

        Values(Part record, Scene scene) {
            this.record = record;
            this.scene = scene;
        }

        List<String> all(String name) {
            Field field = definition.fields().get(name);
            return field == null ? List.of() : field.values(record, scene);
        }

        Optional<String> one(String name) {
            return all(name).stream().findFirst();
        }

        String required(String name) {
            return one(name).orElseThrow(() -> missing(name));
        }

        Optional<Localized> plain(String name, int longest) {
            return one(name)
                    .map(text -> PlainText.of(text, longest))
                    .filter(text -> !text.isBlank())
                    .map(text -> Localized.of(language, text));
        }

        Optional<Money> money(String name) {
            return one(name)
                    .map(text -> {
                        try {
                            // the filter money wrote "12.90 EUR"; what did not pass it may be
                            // anything
                            return text.matches("-?\\d+(\\.\\d+)? [A-Z]{3}")
                                    ? PrintedPrices.read(text, Optional.empty(), Optional.of("."))
                                    : PrintedPrices.read(text, Optional.of(scene.currency()));
                        } catch (IllegalArgumentException unreadable) {
                            throw new IllegalArgumentException(
                                    name + ": " + unreadable.getMessage(), unreadable);
                        }
                    });
        }
    }
}
