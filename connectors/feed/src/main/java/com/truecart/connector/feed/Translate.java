package com.truecart.connector.feed;

import com.truecart.kit.PlainText;
import com.truecart.kit.WebAddress;
import com.truecart.kit.google.EffectiveDates;
import com.truecart.kit.google.FeedRecord;
import com.truecart.model.Availability;
import com.truecart.model.Gtin;
import com.truecart.model.Identifiers;
import com.truecart.model.ItemCondition;
import com.truecart.model.Listing;
import com.truecart.model.Localized;
import com.truecart.model.Money;
import com.truecart.model.Offer;
import com.truecart.model.Seller;
import java.time.Instant;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** A product of a Google feed in our words. Pure. Source: Google Merchant Center help 7052112. */
final class Translate {
    private static final Pattern STEP = Pattern.compile(">");
    private static final int TITLE = 500;
    private static final int DESCRIPTION = 5000;

    /** Attributes that tell variants apart or help to compare. */
    private static final List<String> FACTS =
            List.of(
                    "color",
                    "size",
                    "material",
                    "pattern",
                    "gender",
                    "age_group",
                    "multipack",
                    "unit_pricing_measure");

    /**
     * Details by which shops give a title in a second language, for which Google's feed has no
     * attribute.
     */
    private static final Map<String, String> TITLE_LANGUAGES =
            Map.of("中文名稱", "zh-Hant", "english name", "en");

    private final Seller seller;
    private final String language;
    private final Optional<Currency> currency;

    Translate(Seller seller, String language, Optional<Currency> currency) {
        this.seller = seller;
        this.language = language;
        this.currency = currency;
    }

    /**
     * The listing.
     *
     * @param now by which a dated sale price is judged
     * @throws IllegalArgumentException beginning with the attribute that cannot be used
     */
    Listing listing(FeedRecord product, Instant seenAt, Instant now) {
        String id = required(product, "id");
        Map<String, String> attributes = attributes(product);
        Localized title = Localized.of(language, plain(product, "title", TITLE));
        for (FeedRecord.Detail detail : product.details()) {
            String of = TITLE_LANGUAGES.get(detail.name().toLowerCase(Locale.ROOT));
            if (of != null) {
                title = title.and(of, PlainText.of(detail.value(), TITLE));
            }
        }
        Optional<String> gtin = product.text("gtin");
        Optional<Gtin> wellFormed = gtin.flatMap(Translate::wellFormed);
        if (wellFormed.isEmpty()) {
            gtin.ifPresent(text -> attributes.put("GTIN", text));
        }
        return new Listing(
                id,
                product.text("item_group_id").filter(group -> !group.equals(id)),
                title,
                product.text("brand")
                        .map(brand -> Localized.of(language, PlainText.of(brand, TITLE))),
                category(product),
                product.text("description")
                        .map(text -> PlainText.of(text, DESCRIPTION))
                        .filter(text -> !text.isBlank())
                        .map(text -> Localized.of(language, text)),
                new Identifiers(wellFormed, product.text("mpn"), Optional.empty()),
                attributes,
                product.text("link").flatMap(WebAddress::of),
                product.text("image_link").flatMap(WebAddress::of),
                OptionalInt.empty(),
                List.of(offer(product, now)),
                seenAt);
    }

    private Offer offer(FeedRecord product, Instant now) {
        Money price =
                product.money("price", currency)
                        .orElseThrow(() -> new IllegalArgumentException("price: is missing"));
        Optional<Money> sale =
                product.money("sale_price", currency)
                        .filter(reduced -> isOn(product, now))
                        .filter(reduced -> reduced.compareTo(price) < 0);
        return new Offer(
                seller(product),
                sale.orElse(price),
                sale.map(_ -> price),
                availability(product),
                condition(product),
                List.of());
    }

    private static boolean isOn(FeedRecord product, Instant now) {
        return product.text("sale_price_effective_date")
                .map(dates -> EffectiveDates.parse("sale_price_effective_date", dates))
                .map(validity -> validity.holdsAt(now))
                .orElse(true);
    }

    /** A marketplace names the seller of each product by its number. */
    private Seller seller(FeedRecord product) {
        return product.text("external_seller_id")
                .map(id -> new Seller(id, Localized.of(Localized.UNSTATED, id)))
                .orElse(seller);
    }

    /** "in_stock", and "in stock" as feeds wrote it before 2021. */
    private static Availability availability(FeedRecord product) {
        String word =
                product.text("availability").orElse("").toLowerCase(Locale.ROOT).replace(' ', '_');
        return switch (word) {
            case "in_stock" -> Availability.IN_STOCK;
            case "out_of_stock" -> Availability.OUT_OF_STOCK;
            case "preorder" -> Availability.PREORDER;
            case "backorder" -> Availability.BACKORDER;
            default -> Availability.UNSTATED;
        };
    }

    /** Google takes a product without a stated condition for new. */
    private static ItemCondition condition(FeedRecord product) {
        return switch (product.text("condition").orElse("new").toLowerCase(Locale.ROOT)) {
            case "new" -> ItemCondition.NEW;
            case "refurbished" -> ItemCondition.REFURBISHED;
            case "used" -> ItemCondition.USED;
            default -> ItemCondition.UNSTATED;
        };
    }

    /** The shop's own path; Google's taxonomy only where it is words and not a number. */
    private List<Localized> category(FeedRecord product) {
        String path =
                product.text("product_type")
                        .or(() ->
                                product.text("google_product_category")
                                        .filter(text -> !text.matches("\\d+")))
                        .orElse("");
        return STEP.splitAsStream(path)
                .map(step -> PlainText.of(step, TITLE))
                .filter(step -> !step.isBlank())
                .map(step -> Localized.of(language, step))
                .toList();
    }

    private static Map<String, String> attributes(FeedRecord product) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (String fact : FACTS) {
            product.text(fact).ifPresent(value -> attributes.put(fact, value));
        }
        for (FeedRecord.Detail detail : product.details()) {
            if (!TITLE_LANGUAGES.containsKey(detail.name().toLowerCase(Locale.ROOT))) {
                attributes.put(detail.name(), PlainText.of(detail.value(), TITLE));
            }
        }
        return attributes;
    }

    private static Optional<Gtin> wellFormed(String text) {
        try {
            return Optional.of(Gtin.parse(text));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static String required(FeedRecord product, String attribute) {
        return product.text(attribute)
                .orElseThrow(() -> new IllegalArgumentException(attribute + ": is missing"));
    }

    private static String plain(FeedRecord product, String attribute, int longest) {
        String text = PlainText.of(required(product, attribute), longest);
        if (text.isBlank()) {
            throw new IllegalArgumentException(attribute + ": has no text");
        }
        return text;
    }
}
