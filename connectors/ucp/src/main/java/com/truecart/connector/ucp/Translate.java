package com.truecart.connector.ucp;

import com.truecart.kit.Json;
import com.truecart.kit.PlainText;
import com.truecart.kit.WebAddress;
import com.truecart.model.Availability;
import com.truecart.model.Gtin;
import com.truecart.model.Identifiers;
import com.truecart.model.ItemCondition;
import com.truecart.model.Listing;
import com.truecart.model.Localized;
import com.truecart.model.Money;
import com.truecart.model.Offer;
import com.truecart.model.Seller;
import com.truecart.spi.UpstreamException.Drifted;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** A variant of a UCP product in our words. Pure. */
final class Translate {
    private static final Pattern STEP = Pattern.compile(">");
    private static final String CHINESE = "zh-Hant";
    private static final int TITLE = 500;
    private static final int DESCRIPTION = 5000;

    private final Seller shop;
    private final String language;

    Translate(Seller shop, String language) {
        this.shop = shop;
        this.language = language;
    }

    Listing listing(Json product, Json variant, Instant seenAt) {
        boolean oneOfSeveral = product.list("variants").size() > 1;
        Metadata metadata = Metadata.of(product);
        Map<String, String> attributes = attributes(variant, metadata);
        Localized title = title(product, variant, oneOfSeveral);
        Optional<String> chinese = metadata.take("title_zh");
        return new Listing(
                variant.text("id"),
                oneOfSeveral ? Optional.of(product.text("id")) : Optional.empty(),
                chinese.isPresent() ? title.and(CHINESE, chinese.get()) : title,
                brand(metadata),
                category(product, variant, metadata),
                description(variant).or(() -> description(product)),
                new Identifiers(gtin(variant), metadata.take("mpn"), Optional.empty()),
                attributes,
                variant.optionalText("url")
                        .or(() -> product.optionalText("url"))
                        .flatMap(WebAddress::of),
                image(variant).or(() -> image(product)),
                OptionalInt.empty(),
                List.of(offer(variant)),
                seenAt);
    }

    static String reference(Json product, Json variant) {
        try {
            return "variant " + variant.id("id");
        } catch (Drifted noId) {
            return "variant at " + variant.path() + " of " + product.path();
        }
    }

    /** {@code {"amount":8900,"currency":"USD"}}, in the currency's own minor unit. */
    static Money money(Json price) {
        return money(price.number("amount"), price.text("currency"), price.path());
    }

    static Money money(long amount, String code, String path) {
        try {
            return new Money(amount, Currency.getInstance(code));
        } catch (IllegalArgumentException unknown) {
            throw new Drifted(path + ".currency: is no ISO 4217 code", unknown);
        }
    }

    private Offer offer(Json variant) {
        Money price = money(variant.at("price"));
        Optional<Money> listPrice =
                variant.optional("list_price")
                        .map(Translate::money)
                        .filter(list -> list.compareTo(price) > 0);
        return new Offer(
                seller(variant),
                price,
                listPrice,
                availability(variant),
                ItemCondition.UNSTATED,
                List.of());
    }

    /** A marketplace names the seller of each variant. */
    private Seller seller(Json variant) {
        return variant.optional("seller")
                .flatMap(seller -> seller.optionalText("name"))
                .map(name -> new Seller(name, Localized.of(language, name)))
                .orElse(shop);
    }

    /** A status we do not know says nothing; then the plain yes or no counts. */
    private static Availability availability(Json variant) {
        Optional<Json> availability = variant.optional("availability");
        if (availability.isEmpty()) {
            return Availability.UNSTATED;
        }
        boolean available = availability.get().optionalFlag("available").orElse(true);
        return switch (availability.get().optionalText("status").orElse("")) {
            case "in_stock" -> available ? Availability.IN_STOCK : Availability.OUT_OF_STOCK;
            case "backorder" -> Availability.BACKORDER;
            case "preorder" -> Availability.PREORDER;
            case "out_of_stock" -> Availability.OUT_OF_STOCK;
            case "discontinued" -> Availability.DISCONTINUED;
            default -> available ? Availability.UNSTATED : Availability.OUT_OF_STOCK;
        };
    }

    private Localized title(Json product, Json variant, boolean oneOfSeveral) {
        String name = PlainText.of(product.text("title"), TITLE);
        String of = PlainText.of(variant.optionalText("title").orElse(""), TITLE);
        String whole = !oneOfSeveral || of.isBlank() || name.contains(of) ? name : name + " " + of;
        if (whole.isBlank()) {
            throw new IllegalArgumentException("title: has no text");
        }
        return Localized.of(language, whole);
    }

    private Optional<Localized> brand(Metadata metadata) {
        Optional<Localized> brand =
                metadata.take("brand").map(name -> Localized.of(language, name));
        Optional<String> chinese = metadata.take("brand_zh");
        if (chinese.isEmpty()) {
            return brand;
        }
        return Optional.of(
                brand.map(name -> name.and(CHINESE, chinese.get()))
                        .orElseGet(() -> Localized.of(CHINESE, chinese.get())));
    }

    /** Of several categories the business's own one, which is a path such as "Apparel > Shirts". */
    private List<Localized> category(Json product, Json variant, Metadata metadata) {
        List<Json> stated = product.optionalList("categories");
        if (stated.isEmpty()) {
            stated = variant.optionalList("categories");
        }
        List<String> names =
                stated.stream()
                        .filter(category ->
                                category.optionalText("taxonomy")
                                        .orElse("merchant")
                                        .equals("merchant"))
                        .map(category -> category.text("value"))
                        .findFirst()
                        .map(Translate::steps)
                        .orElse(List.of());
        List<String> chinese =
                metadata.take("category_zh")
                        .map(Translate::steps)
                        .filter(path -> path.size() == names.size())
                        .orElse(List.of());
        List<Localized> category = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            Localized name = Localized.of(language, names.get(i));
            category.add(chinese.isEmpty() ? name : name.and(CHINESE, chinese.get(i)));
        }
        return category;
    }

    private static List<String> steps(String path) {
        return STEP.splitAsStream(path)
                .map(step -> PlainText.of(step, TITLE))
                .filter(step -> !step.isBlank())
                .toList();
    }

    private Optional<Localized> description(Json owner) {
        Optional<Json> description = owner.optional("description");
        return description
                .flatMap(texts -> texts.optionalText("plain"))
                .or(() -> description.flatMap(texts -> texts.optionalText("html")))
                .or(() -> description.flatMap(texts -> texts.optionalText("markdown")))
                // "plain" is a promise of the business, not a fact
                .map(text -> PlainText.of(text, DESCRIPTION))
                .filter(text -> !text.isBlank())
                .map(text -> Localized.of(language, text));
    }

    private static Optional<Gtin> gtin(Json variant) {
        return variant.optionalList("barcodes").stream()
                .flatMap(barcode -> barcode.optionalText("value").stream())
                .flatMap(value -> wellFormed(value).stream())
                .findFirst();
    }

    private static Optional<Gtin> wellFormed(String text) {
        try {
            return Optional.of(Gtin.parse(text));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static Optional<URI> image(Json owner) {
        return owner.optionalList("media").stream()
                .filter(media -> media.optionalText("type").orElse("image").equals("image"))
                .flatMap(media -> media.optionalText("url").stream())
                .flatMap(url -> WebAddress.of(url).stream())
                .findFirst();
    }

    private static Map<String, String> attributes(Json variant, Metadata metadata) {
        Map<String, String> attributes = new LinkedHashMap<>(metadata.facts());
        for (Json option : variant.optionalList("options")) {
            attributes.put(option.text("name"), option.text("label"));
        }
        variant.optionalText("sku").ifPresent(sku -> attributes.put("SKU", sku));
        return attributes;
    }

    /** Free fields of a business; UCP has no other place for a brand or a part number. */
    private record Metadata(Map<String, String> texts) {
        private static final List<String> KNOWN =
                List.of("title_zh", "title_en", "brand", "brand_zh", "category_zh", "mpn");

        static Metadata of(Json product) {
            Map<String, String> texts = new LinkedHashMap<>();
            product.optional("metadata")
                    .filter(metadata -> metadata.node().isObject())
                    .ifPresent(metadata -> {
                        for (String field : metadata.fields()) {
                            if (metadata.node().get(field).isString()) {
                                metadata.optionalText(field)
                                        .map(text -> PlainText.of(text, TITLE))
                                        .filter(text -> !text.isBlank())
                                        .ifPresent(text -> texts.put(field, text));
                            }
                        }
                    });
            return new Metadata(texts);
        }

        Optional<String> take(String field) {
            return Optional.ofNullable(texts.get(field));
        }

        Map<String, String> facts() {
            Map<String, String> facts = new LinkedHashMap<>(texts);
            KNOWN.forEach(facts::remove);
            return facts;
        }
    }
}
