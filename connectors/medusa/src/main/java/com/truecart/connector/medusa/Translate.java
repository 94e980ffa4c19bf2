package com.truecart.connector.medusa;

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
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A variant of a product of the Store API in our words. Pure. */
final class Translate {
    private static final int TITLE = 500;
    private static final int DESCRIPTION = 5000;

    private final Seller seller;
    private final String language;
    private final Optional<String> productPage;

    /**
     * Makes a translator.
     *
     * @param productPage what a product's handle is put behind; Medusa knows no storefront
     */
    Translate(Seller seller, String language, Optional<String> productPage) {
        this.seller = seller;
        this.language = language;
        this.productPage = productPage;
    }

    Listing listing(Json product, Json variant, boolean hasSiblings, Instant seenAt) {
        Map<String, String> attributes = attributes(product, variant, hasSiblings);
        Optional<String> barcode =
                Stream.of("ean", "upc", "barcode")
                        .flatMap(field -> variant.optionalText(field).stream())
                        .findFirst();
        Optional<Gtin> gtin = barcode.flatMap(Translate::gtin);
        if (gtin.isEmpty()) {
            barcode.ifPresent(text -> attributes.put("GTIN", text));
        }
        return new Listing(
                variant.text("id"),
                hasSiblings ? Optional.of(product.text("id")) : Optional.empty(),
                Localized.of(language, title(product, variant, hasSiblings)),
                brand(product),
                category(product),
                product.optionalText("description")
                        .map(text -> PlainText.of(text, DESCRIPTION))
                        .filter(text -> !text.isBlank())
                        .map(text -> Localized.of(language, text)),
                new Identifiers(gtin, Optional.empty(), Optional.empty()),
                attributes,
                page(product),
                Stream.of(variant, product)
                        .flatMap(each -> each.optionalText("thumbnail").stream())
                        .flatMap(address -> WebAddress.of(address).stream())
                        .findFirst(),
                OptionalInt.empty(),
                List.of(offer(variant)),
                seenAt);
    }

    static String reference(Json product, Json variant) {
        return variant.optionalText("id")
                .map(id -> "variant " + id)
                .or(() -> product.optionalText("id").map(id -> "product " + id))
                .orElse("product at " + product.path());
    }

    private Offer offer(Json variant) {
        Json prices =
                variant.optional("calculated_price")
                        .filter(price -> price.optional("calculated_amount").isPresent())
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        "calculated_price: has no price in the currency of this"
                                                + " country"));
        Money price = money(prices, "calculated_amount");
        Optional<Money> before =
                prices.optional("original_amount")
                        .map(_ -> money(prices, "original_amount"))
                        .filter(original -> original.compareTo(price) > 0);
        return new Offer(
                seller, price, before, availability(variant), ItemCondition.UNSTATED, List.of());
    }

    /** With tax wherever the shop works it out: that is what a shopper pays. */
    private static Money money(Json prices, String field) {
        Currency currency = Amounts.currency(prices, "currency_code");
        String taxed = field + "_with_tax";
        return Amounts.rounded(
                prices, prices.optional(taxed).isPresent() ? taxed : field, currency);
    }

    /** A count of nothing can be less than nothing, where more was promised than there is. */
    private static Availability availability(Json variant) {
        if (!variant.optionalFlag("manage_inventory").orElse(false)) {
            return Availability.IN_STOCK;
        }
        if (variant.optional("inventory_quantity").isEmpty()) {
            return Availability.UNSTATED;
        }
        if (variant.number("inventory_quantity") > 0) {
            return Availability.IN_STOCK;
        }
        return variant.optionalFlag("allow_backorder").orElse(false)
                ? Availability.BACKORDER
                : Availability.OUT_OF_STOCK;
    }

    private static String title(Json product, Json variant, boolean hasSiblings) {
        String title = PlainText.of(product.text("title"), TITLE);
        if (title.isBlank()) {
            throw new IllegalArgumentException("title: has no text");
        }
        String own = PlainText.of(variant.optionalText("title").orElse(""), TITLE);
        return !hasSiblings || own.isBlank() || title.equals(own) || title.endsWith(" " + own)
                ? title
                : title + " " + own;
    }

    /** Medusa has no brands; shops that have them keep them in the metadata. */
    private Optional<Localized> brand(Json product) {
        return product.optional("metadata")
                .filter(metadata -> metadata.node().isObject())
                .flatMap(metadata -> metadata.optional("brand"))
                .filter(brand -> brand.node().isString())
                .map(brand -> PlainText.of(brand.asText(), TITLE))
                .filter(brand -> !brand.isBlank())
                .map(brand -> Localized.of(language, brand));
    }

    /** Widest first: the path of a category holds the ids of all above it, set off by points. */
    private List<Localized> category(Json product) {
        return product.optionalList("categories").stream()
                .sorted(
                        Comparator.comparingLong(category ->
                                category.optionalText("mpath")
                                        .orElse("")
                                        .chars()
                                        .filter(each -> each == '.')
                                        .count()))
                .map(category -> PlainText.of(category.text("name"), TITLE))
                .filter(name -> !name.isBlank())
                .map(name -> Localized.of(language, name))
                .toList();
    }

    private Optional<URI> page(Json product) {
        return productPage.flatMap(start ->
                product.optionalText("handle")
                        .flatMap(handle ->
                                WebAddress.of(
                                        start
                                                + (start.endsWith("/") ? "" : "/")
                                                + Calls.encode(handle))));
    }

    private static Map<String, String> attributes(Json product, Json variant, boolean hasSiblings) {
        Map<String, String> attributes = new LinkedHashMap<>();
        if (hasSiblings) {
            for (Json option : variant.optionalList("options")) {
                attributes.put(
                        option.optional("option")
                                .flatMap(of -> of.optionalText("title"))
                                .orElse("variant"),
                        option.text("value"));
            }
        }
        put(attributes, "Type", product.optional("type").flatMap(of -> of.optionalText("value")));
        put(
                attributes,
                "Collection",
                product.optional("collection").flatMap(of -> of.optionalText("title")));
        put(
                attributes,
                "Tags",
                Optional.of(
                                product.optionalList("tags").stream()
                                        .flatMap(tag -> tag.optionalText("value").stream())
                                        .collect(Collectors.joining(", ")))
                        .filter(tags -> !tags.isEmpty()));
        put(attributes, "Material", product.optionalText("material"));
        put(attributes, "SKU", variant.optionalText("sku"));
        return attributes;
    }

    private static void put(Map<String, String> attributes, String name, Optional<String> value) {
        value.map(text -> PlainText.of(text, TITLE))
                .filter(text -> !text.isBlank())
                .ifPresent(text -> attributes.put(name, text));
    }

    private static Optional<Gtin> gtin(String text) {
        try {
            return Optional.of(Gtin.parse(text));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    /** An instant in this field, as Medusa writes it: "2026-01-01T00:00:00.000Z". */
    static Optional<Instant> instant(Json object, String field) {
        return object.optionalText(field)
                .map(text -> {
                    try {
                        return Instant.parse(text);
                    } catch (DateTimeParseException unreadable) {
                        throw new Drifted(
                                object.path() + "." + field + ": is no moment: " + text,
                                unreadable);
                    }
                });
    }
}
