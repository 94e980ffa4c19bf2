package com.truecart.connector.vendure;

import com.truecart.kit.Json;
import com.truecart.kit.PlainText;
import com.truecart.kit.WebAddress;
import com.truecart.model.Availability;
import com.truecart.model.Gtin;
import com.truecart.model.Identifiers;
import com.truecart.model.ItemCondition;
import com.truecart.model.Listing;
import com.truecart.model.Localized;
import com.truecart.model.Offer;
import com.truecart.model.Seller;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** A variant of the Shop API in our words. Pure. */
final class Translate {
    /** What is asked of a product; its variants are what one can buy. */
    static final String PRODUCT =
            """
            id name slug description featuredAsset { preview }
            facetValues { name facet { code name } }
            variants {
              id sku name currencyCode priceWithTax stockLevel
              featuredAsset { preview } options { name group { name } }
            }
            """;

    private static final Set<String> BRANDS = Set.of("brand", "brands", "manufacturer", "品牌");
    private static final Set<String> CATEGORIES = Set.of("category", "categories", "分類", "分类");
    private static final String SLUG = "{slug}";
    private static final int TITLE = 500;
    private static final int DESCRIPTION = 5000;

    private final Seller seller;
    private final String language;
    private final Optional<String> productPage;

    Translate(Seller seller, String language, Optional<String> productPage) {
        this.seller = seller;
        this.language = language;
        this.productPage = productPage;
    }

    Listing listing(Json product, Json variant, Instant seenAt) {
        Map<String, String> attributes = attributes(variant);
        String sku = variant.optionalText("sku").orElse("");
        Optional<Gtin> gtin = gtin(sku);
        if (gtin.isEmpty() && !sku.isEmpty()) {
            attributes.put("SKU", sku);
        }
        return new Listing(
                variant.id("id"),
                Optional.of(product.id("id")),
                Localized.of(language, plain(variant.text("name"), "name", TITLE)),
                facet(product, BRANDS).stream().findFirst(),
                facet(product, CATEGORIES),
                product.optionalText("description")
                        .map(html -> PlainText.of(html, DESCRIPTION))
                        .filter(text -> !text.isBlank())
                        .map(text -> Localized.of(language, text)),
                new Identifiers(gtin, Optional.empty(), Optional.empty()),
                attributes,
                page(product),
                picture(variant).or(() -> picture(product)),
                OptionalInt.empty(),
                List.of(offer(variant)),
                seenAt);
    }

    private Offer offer(Json variant) {
        return new Offer(
                seller,
                Amounts.of(variant, "priceWithTax", Amounts.currency(variant)),
                Optional.empty(),
                availability(variant.optionalText("stockLevel").orElse("")),
                ItemCondition.UNSTATED,
                List.of());
    }

    /** A word by default; shops that show their stock write the number of units instead. */
    static Availability availability(String stockLevel) {
        return switch (stockLevel) {
            case "IN_STOCK" -> Availability.IN_STOCK;
            case "LOW_STOCK" -> Availability.LOW_STOCK;
            case "OUT_OF_STOCK" -> Availability.OUT_OF_STOCK;
            default -> {
                if (!stockLevel.matches("-?\\d{1,9}")) {
                    yield Availability.UNSTATED;
                }
                yield Integer.parseInt(stockLevel) > 0
                        ? Availability.IN_STOCK
                        : Availability.OUT_OF_STOCK;
            }
        };
    }

    /** The values of the facets that are named so, in the shop's order. */
    private List<Localized> facet(Json product, Set<String> named) {
        return product.optionalList("facetValues").stream()
                .filter(value -> {
                    Json facet = value.at("facet");
                    return isNamed(facet.optionalText("code"), named)
                            || isNamed(facet.optionalText("name"), named);
                })
                .map(value -> PlainText.of(value.text("name"), TITLE))
                .filter(name -> !name.isBlank())
                .map(name -> Localized.of(language, name))
                .toList();
    }

    private static boolean isNamed(Optional<String> name, Set<String> names) {
        return name.filter(text -> names.contains(text.toLowerCase(Locale.ROOT))).isPresent();
    }

    private static Map<String, String> attributes(Json variant) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (Json option : variant.optionalList("options")) {
            attributes.put(
                    PlainText.of(option.at("group").text("name"), TITLE),
                    PlainText.of(option.text("name"), TITLE));
        }
        return attributes;
    }

    private static Optional<Gtin> gtin(String sku) {
        try {
            return Optional.of(Gtin.parse(sku));
        } catch (IllegalArgumentException houseNumber) {
            return Optional.empty();
        }
    }

    private Optional<URI> page(Json product) {
        return productPage.flatMap(page ->
                product.optionalText("slug")
                        .flatMap(slug -> WebAddress.of(page.replace(SLUG, slug))));
    }

    private static Optional<URI> picture(Json owner) {
        return owner.optional("featuredAsset")
                .flatMap(asset -> asset.optionalText("preview"))
                .flatMap(WebAddress::of);
    }

    private static String plain(String text, String field, int longest) {
        String plain = PlainText.of(text, longest);
        if (plain.isBlank()) {
            throw new IllegalArgumentException(field + ": is blank without its markup");
        }
        return plain;
    }
}
