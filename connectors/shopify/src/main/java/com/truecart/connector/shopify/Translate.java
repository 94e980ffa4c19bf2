package com.truecart.connector.shopify;

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
import com.truecart.spi.UpstreamException.Drifted;
import java.net.URI;
import java.time.Instant;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** A variant of the Storefront API, or of the product list, in our words. Pure. */
final class Translate {
    /** A product of one kind has one variant, which the platform names so. */
    private static final String ONLY_VARIANT = "Default Title";

    private static final int TITLE = 500;
    private static final int DESCRIPTION = 5000;

    /** Fewer than this many left is said to be few; the platform has no word for it. */
    private static final int FEW = 6;

    private final Shop shop;

    Translate(Shop shop) {
        this.shop = shop;
    }

    /** The number at the end of {@code gid://shopify/ProductVariant/123?x=y}. */
    static String number(String gid) {
        String path = gid.replaceAll("\\?.*$", "");
        String number = path.substring(path.lastIndexOf('/') + 1);
        if (!number.matches("\\d{1,20}")) {
            throw new Drifted("ids of Shopify end in a number, found " + gid);
        }
        return number;
    }

    /** The platform's name for the variant with this number. */
    static String variantGid(String number) {
        if (!number.matches("\\d{1,20}")) {
            throw new Drifted("variants of Shopify are numbered, found " + number);
        }
        return "gid://shopify/ProductVariant/" + number;
    }

    /** {@code {"amount":"29.0","currencyCode":"HKD"}}. */
    static Money money(Json node, String field) {
        Json amount = node.at(field);
        String code = amount.text("currencyCode");
        Currency currency;
        try {
            currency = Currency.getInstance(code);
        } catch (IllegalArgumentException unknown) {
            throw new Drifted(amount.path() + ".currencyCode: is no ISO 4217 code", unknown);
        }
        return amount.price("amount", currency);
    }

    /** A variant of a product of the Storefront API. */
    Listing listing(Json product, Json variant, Instant seenAt) {
        String number = number(variant.text("id"));
        Money price = money(variant, "price");
        Map<String, String> attributes = options(variant);
        Optional<String> barcode = variant.optionalText("barcode");
        Optional<Gtin> gtin = barcode.flatMap(Translate::gtin);
        if (gtin.isEmpty()) {
            barcode.ifPresent(text -> attributes.put("Barcode", text));
        }
        variant.optionalText("sku").ifPresent(sku -> attributes.put("SKU", sku));
        return listing(
                product,
                variant,
                number,
                number(product.text("id")),
                page(product.optionalText("onlineStoreUrl"), product, number),
                variant.optional("image")
                        .or(() -> product.optional("featuredImage"))
                        .flatMap(image -> image.optionalText("url"))
                        .flatMap(WebAddress::of),
                new Identifiers(gtin, Optional.empty(), Optional.empty()),
                attributes,
                product.optionalText("description"),
                offer(price, compareAt(variant, price), availability(variant)),
                seenAt);
    }

    /**
     * A variant of a product of {@code /products.json}, whose prices are bare numbers in the shop's
     * own currency: {@code "price":"29.00","compare_at_price":null}.
     */
    Listing listed(Json product, Json variant, Currency currency, Instant seenAt) {
        String number = variant.id("id");
        Money price = variant.price("price", currency);
        Optional<Money> regular =
                variant.optionalText("compare_at_price")
                        .map(_ -> variant.price("compare_at_price", currency))
                        .filter(was -> was.compareTo(price) > 0);
        Map<String, String> attributes = new LinkedHashMap<>();
        variant.optionalText("sku").ifPresent(sku -> attributes.put("SKU", sku));
        Availability availability =
                variant.optionalFlag("available")
                        .map(yes -> yes ? Availability.IN_STOCK : Availability.OUT_OF_STOCK)
                        .orElse(Availability.UNSTATED);
        return listing(
                product,
                variant,
                number,
                product.id("id"),
                page(Optional.empty(), product, number),
                product.optionalList("images").stream()
                        .flatMap(image -> image.optionalText("src").stream())
                        .flatMap(src -> WebAddress.of(src).stream())
                        .findFirst(),
                Identifiers.NONE,
                attributes,
                product.optionalText("body_html"),
                offer(price, regular, availability),
                seenAt);
    }

    private Listing listing(
            Json product,
            Json variant,
            String number,
            String productNumber,
            Optional<URI> page,
            Optional<URI> image,
            Identifiers identifiers,
            Map<String, String> attributes,
            Optional<String> description,
            Offer offer,
            Instant seenAt) {
        Optional<String> variantTitle =
                variant.optionalText("title")
                        .map(title -> PlainText.of(title, TITLE))
                        .filter(title -> !title.isBlank() && !title.equals(ONLY_VARIANT));
        String title = PlainText.of(product.text("title"), TITLE);
        if (title.isBlank()) {
            throw new IllegalArgumentException("title: has no text");
        }
        return new Listing(
                number,
                variantTitle.map(_ -> productNumber),
                Localized.of(
                        shop.language(), title + variantTitle.map(more -> " " + more).orElse("")),
                text(product.optionalText("vendor"), TITLE),
                text(
                                product.optionalText("productType")
                                        .or(() -> product.optionalText("product_type")),
                                TITLE)
                        .map(List::of)
                        .orElse(List.of()),
                text(description, DESCRIPTION),
                identifiers,
                attributes,
                page,
                image,
                OptionalInt.empty(),
                List.of(offer),
                seenAt);
    }

    private Offer offer(Money price, Optional<Money> listPrice, Availability availability) {
        return new Offer(
                shop.seller(), price, listPrice, availability, ItemCondition.UNSTATED, List.of());
    }

    /** Shops leave it equal to the price, or below, when a sale is over: it means nothing then. */
    private static Optional<Money> compareAt(Json variant, Money price) {
        return variant.optional("compareAtPrice")
                .map(_ -> money(variant, "compareAtPrice"))
                .filter(was -> was.compareTo(price) > 0);
    }

    /**
     * What is sold on although none is there is on backorder. A quantity of none, or below, of what
     * is for sale means that nobody counts it.
     */
    private static Availability availability(Json variant) {
        if (!variant.flag("availableForSale")) {
            return Availability.OUT_OF_STOCK;
        }
        if (variant.optionalFlag("currentlyNotInStock").orElse(false)) {
            return Availability.BACKORDER;
        }
        OptionalLong left = variant.optionalNumber("quantityAvailable");
        return left.isPresent() && left.getAsLong() > 0 && left.getAsLong() < FEW
                ? Availability.LOW_STOCK
                : Availability.IN_STOCK;
    }

    private static Map<String, String> options(Json variant) {
        Map<String, String> options = new LinkedHashMap<>();
        for (Json option : variant.optionalList("selectedOptions")) {
            String value = option.text("value");
            if (!value.equals(ONLY_VARIANT)) {
                options.put(option.text("name"), value);
            }
        }
        return options;
    }

    /**
     * The page of this very variant; unpublished products have none, and their address is tried.
     */
    private Optional<URI> page(Optional<String> stated, Json product, String number) {
        String page =
                stated.orElseGet(() -> shop.address() + "/products/" + product.text("handle"));
        return WebAddress.of(page + (page.contains("?") ? "&" : "?") + "variant=" + number);
    }

    private Optional<Localized> text(Optional<String> stated, int longest) {
        return stated.map(html -> PlainText.of(html, longest))
                .filter(plain -> !plain.isBlank())
                .map(plain -> Localized.of(shop.language(), plain));
    }

    private static Optional<Gtin> gtin(String text) {
        try {
            return Optional.of(Gtin.parse(text));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
