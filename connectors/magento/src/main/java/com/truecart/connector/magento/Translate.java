package com.truecart.connector.magento;

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
import java.net.URI;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** A product of the shop in our words. Pure. */
final class Translate {
    private static final Set<String> BRANDS = Set.of("manufacturer", "brand");
    private static final Set<String> GTINS =
            Set.of("gtin", "ean", "ean13", "upc", "barcode", "isbn");
    private static final Set<String> MPNS = Set.of("mpn", "model");
    private static final int TITLE = 500;
    private static final int DESCRIPTION = 5000;

    private final Seller seller;
    private final String language;

    Translate(Seller seller, String language) {
        this.seller = seller;
        this.language = language;
    }

    /** As what a product is sold. */
    enum Sold {
        ITSELF,
        /** Its variants are, each with its own price. */
        AS_VARIANTS,
        /** Its parts are, and each comes as a product of its own. */
        AS_PARTS
    }

    static Sold sold(Json product) {
        return switch (product.text("__typename")) {
            case "ConfigurableProduct" -> Sold.AS_VARIANTS;
            case "GroupedProduct" -> Sold.AS_PARTS;
            case "BundleProduct" ->
                    throw new IllegalArgumentException(
                            "type: is put together by the shopper, so it has no price of its own");
            case "GiftCardProduct" ->
                    throw new IllegalArgumentException(
                            "type: is a gift card, whose amount the shopper chooses");
            default -> Sold.ITSELF;
        };
    }

    /** A product that is sold as it is. */
    Listing simple(Json product, Pages pages, Instant seenAt) {
        return listing(
                new Sku(Optional.empty(), product.text("sku")),
                product,
                product,
                Map.of(),
                pages,
                seenAt);
    }

    /** One variant of a configurable product; what it does not say itself the product says. */
    Listing variant(Json product, Json variant, Pages pages, Instant seenAt) {
        Map<String, String> labels =
                product.optionalList("configurable_options").stream()
                        .collect(
                                Collectors.toMap(
                                        option -> option.text("attribute_code"),
                                        option -> option.text("label"),
                                        (first, _) -> first));
        Map<String, String> chosen = new LinkedHashMap<>();
        for (Json attribute : variant.optionalList("attributes")) {
            String code = attribute.text("code");
            chosen.put(labels.getOrDefault(code, code), attribute.text("label"));
        }
        Json own = variant.at("product");
        return listing(
                new Sku(Optional.of(product.text("sku")), own.text("sku")),
                product,
                own,
                chosen,
                pages,
                seenAt);
    }

    static String reference(Json product) {
        return product.node().isObject() && product.optional("sku").isPresent()
                ? "product " + product.id("sku")
                : "product at " + product.path();
    }

    private Listing listing(
            Sku sku,
            Json product,
            Json own,
            Map<String, String> chosen,
            Pages pages,
            Instant seenAt) {
        Map<String, String> stated = attributes(product);
        stated.putAll(attributes(own));
        Optional<String> barcode = take(stated, GTINS);
        Optional<Gtin> gtin = barcode.flatMap(Translate::gtin);
        Optional<String> brand = take(stated, BRANDS);
        Optional<String> mpn = take(stated, MPNS);
        Map<String, String> attributes = new LinkedHashMap<>(stated);
        attributes.putAll(chosen);
        if (gtin.isEmpty()) {
            barcode.ifPresent(text -> attributes.put("GTIN", text));
        }
        attributes.put("SKU", sku.own());
        return new Listing(
                sku.id(),
                sku.parent(),
                Localized.of(language, title(own)),
                text(brand, TITLE),
                category(product),
                text(html(own).or(() -> html(product)), DESCRIPTION),
                new Identifiers(gtin, mpn, Optional.empty()),
                attributes,
                product.optionalText("url_key").flatMap(pages::page),
                image(own).or(() -> image(product)),
                OptionalInt.empty(),
                List.of(offer(sku, own)),
                seenAt);
    }

    /**
     * A name holds the variant's options in most shops ("Chaz Hoodie-XS-Black"); where it does not
     * the options are attributes all the same.
     */
    private static String title(Json own) {
        String title = PlainText.of(own.text("name"), TITLE);
        if (title.isBlank()) {
            throw new IllegalArgumentException("name: has no text");
        }
        return title;
    }

    private Offer offer(Sku sku, Json own) {
        Json price = own.at("price_range").at("minimum_price");
        Money now = Amounts.of(price, "final_price");
        Money regular = Amounts.of(price, "regular_price");
        return new Offer(
                seller,
                now,
                regular.compareTo(now) > 0 ? Optional.of(regular) : Optional.empty(),
                availability(own),
                ItemCondition.UNSTATED,
                Tiers.promotions(sku, own, now, language));
    }

    /** The shop says how many are left only where few are. */
    private static Availability availability(Json own) {
        if (!own.optionalText("stock_status").orElse("").equals("IN_STOCK")) {
            return Availability.OUT_OF_STOCK;
        }
        return own.optional("only_x_left_in_stock").isPresent()
                ? Availability.LOW_STOCK
                : Availability.IN_STOCK;
    }

    /** Of several paths the levels say which step is wider. */
    private List<Localized> category(Json product) {
        return product.optionalList("categories").stream()
                .sorted(Comparator.comparingLong(step -> step.optionalNumber("level").orElse(0)))
                .map(step -> PlainText.of(step.optionalText("name").orElse(""), TITLE))
                .filter(name -> !name.isBlank())
                .distinct()
                .map(name -> Localized.of(language, name))
                .toList();
    }

    private static Map<String, String> attributes(Json product) {
        Map<String, String> attributes = new LinkedHashMap<>();
        List<Json> stated =
                product.optional("custom_attributesV2")
                        .map(custom -> custom.optionalList("items"))
                        .orElse(List.of());
        for (Json attribute : stated) {
            String value =
                    attribute
                            .optionalText("value")
                            .orElseGet(() ->
                                    attribute.optionalList("selected_options").stream()
                                            .map(option -> option.text("label"))
                                            .collect(Collectors.joining(", ")));
            String plain = PlainText.of(value, TITLE);
            if (!plain.isBlank()) {
                attributes.put(attribute.text("code"), plain);
            }
        }
        return attributes;
    }

    private static Optional<String> take(Map<String, String> attributes, Set<String> codes) {
        List<String> found =
                attributes.keySet().stream()
                        .filter(code -> codes.contains(code.toLowerCase(Locale.ROOT)))
                        .toList();
        return found.stream().map(attributes::remove).toList().stream().findFirst();
    }

    private static Optional<String> html(Json product) {
        return product.optional("description").flatMap(text -> text.optionalText("html"));
    }

    private static Optional<URI> image(Json product) {
        return product.optional("image")
                .flatMap(image -> image.optionalText("url"))
                .flatMap(WebAddress::of);
    }

    private Optional<Localized> text(Optional<String> stated, int longest) {
        return stated.map(html -> PlainText.of(html, longest))
                .filter(plain -> !plain.isBlank())
                .map(plain -> Localized.of(language, plain));
    }

    private static Optional<Gtin> gtin(String text) {
        try {
            return Optional.of(Gtin.parse(text));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    /** How the shop makes the address of a product's page. */
    record Pages(String base, String suffix) {
        static Pages of(Json config, String shop) {
            return new Pages(
                    config.optionalText("secure_base_url").orElse(shop + "/"),
                    config.optionalText("product_url_suffix").orElse(""));
        }

        Optional<URI> page(String key) {
            return WebAddress.of(base + key + suffix);
        }
    }
}
