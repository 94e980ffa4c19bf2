package com.truecart.connector.woocommerce;

import com.truecart.kit.Json;
import com.truecart.kit.PlainText;
import com.truecart.kit.Prices;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A product of the Store API in our words. Pure. */
final class Translate {
    private static final Set<String> GTIN_NAMES =
            Set.of("gtin", "ean", "upc", "isbn", "barcode", "global_unique_id");
    private static final Set<String> MPN_NAMES = Set.of("mpn", "model", "型號");
    private static final Set<String> CHINESE_NAMES = Set.of("中文名稱", "chinese name");
    private static final Set<String> CHINESE_BRANDS = Set.of("品牌");
    private static final Set<String> CHINESE_CATEGORIES = Set.of("分類");
    private static final String CHINESE = "zh-Hant";
    private static final Pattern STEP = Pattern.compile(">");
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
        /** Its variations are, each with its own price; its own price is a range. */
        AS_VARIATIONS,
        /** Its parts are, and each comes as a product of its own. */
        AS_PARTS
    }

    Sold sold(Json product) {
        return switch (product.optionalText("type").orElse("simple")) {
            case "variable", "variable-subscription" -> Sold.AS_VARIATIONS;
            case "grouped" -> Sold.AS_PARTS;
            case "external" ->
                    throw new IllegalArgumentException(
                            "type: is sold at another shop, this one only links to it");
            default -> Sold.ITSELF;
        };
    }

    Listing listing(Json product, Instant seenAt) {
        Map<String, String> attributes = attributes(product);
        Localized title = Localized.of(language, plain(product.text("name"), "name", TITLE));
        for (String chinese : take(attributes, CHINESE_NAMES)) {
            title = title.and(CHINESE, chinese);
        }
        Optional<String> gtin =
                product.optionalText("global_unique_id")
                        .or(() -> take(attributes, GTIN_NAMES).stream().findFirst());
        Optional<String> mpn = take(attributes, MPN_NAMES).stream().findFirst();
        Optional<Gtin> wellFormed = gtin.flatMap(Translate::gtin);
        if (wellFormed.isEmpty()) {
            gtin.ifPresent(text -> attributes.put("GTIN", text));
        }
        long parent = product.optionalNumber("parent").orElse(0);
        return new Listing(
                product.id("id"),
                parent == 0 ? Optional.empty() : Optional.of(Long.toString(parent)),
                title,
                brand(product, take(attributes, CHINESE_BRANDS).stream().findFirst()),
                category(product, take(attributes, CHINESE_CATEGORIES).stream().findFirst()),
                description(product),
                new Identifiers(wellFormed, mpn, Optional.empty()),
                attributes,
                product.optionalText("permalink").flatMap(WebAddress::of),
                product.optionalList("images").stream()
                        .flatMap(image -> image.optionalText("src").stream())
                        .flatMap(src -> WebAddress.of(src).stream())
                        .findFirst(),
                OptionalInt.empty(),
                List.of(offer(product)),
                seenAt);
    }

    static String reference(Json product) {
        try {
            return "product " + product.id("id");
        } catch (Drifted noId) {
            return "product at " + product.path();
        }
    }

    /**
     * An amount in the shop's minor unit: {@code
     * {"currency_code":"HKD","currency_minor_unit":2,"price":"1290"}}.
     */
    static Money money(Json amounts, String field) {
        String text = amounts.text(field);
        boolean isNegative = text.startsWith("-");
        Currency currency;
        try {
            currency = Currency.getInstance(amounts.text("currency_code"));
        } catch (IllegalArgumentException unknown) {
            throw new Drifted(amounts.path() + ".currency_code: is no ISO 4217 code", unknown);
        }
        try {
            Money money =
                    Prices.minor(
                            isNegative ? text.substring(1) : text,
                            Math.toIntExact(amounts.number("currency_minor_unit")),
                            currency);
            return isNegative ? money.negated() : money;
        } catch (IllegalArgumentException unreadable) {
            throw new Drifted(
                    amounts.path() + "." + field + ": " + unreadable.getMessage(), unreadable);
        }
    }

    private Offer offer(Json product) {
        Json prices = product.at("prices");
        Money price = money(prices, "price");
        // a "regular price" below the price happens with price plug-ins and means nothing
        Optional<Money> listPrice =
                prices.optionalText("regular_price")
                        .map(_ -> money(prices, "regular_price"))
                        .filter(regular -> regular.compareTo(price) > 0);
        return new Offer(
                seller, price, listPrice, availability(product), ItemCondition.UNSTATED, List.of());
    }

    private static Availability availability(Json product) {
        if (!product.flag("is_in_stock") || !product.optionalFlag("is_purchasable").orElse(true)) {
            return Availability.OUT_OF_STOCK;
        }
        if (product.optionalFlag("is_on_backorder").orElse(false)) {
            return Availability.BACKORDER;
        }
        return product.optional("low_stock_remaining").isPresent()
                ? Availability.LOW_STOCK
                : Availability.IN_STOCK;
    }

    private Optional<Localized> brand(Json product, Optional<String> chinese) {
        Optional<Localized> stated =
                product.optionalList("brands").stream()
                        .flatMap(brand -> brand.optionalText("name").stream())
                        .map(name -> PlainText.of(name, TITLE))
                        .filter(name -> !name.isBlank())
                        .findFirst()
                        .map(name -> Localized.of(language, name));
        if (chinese.isEmpty()) {
            return stated;
        }
        return Optional.of(
                stated.map(brand -> brand.and(CHINESE, chinese.get()))
                        .orElseGet(() -> Localized.of(CHINESE, chinese.get())));
    }

    /**
     * Widest first: the Store API does not order a product's categories, but their links show how
     * deep each lies.
     */
    private List<Localized> category(Json product, Optional<String> chinesePath) {
        List<String> names =
                product.optionalList("categories").stream()
                        .sorted(Comparator.comparingInt(Translate::depth))
                        .map(category -> PlainText.of(category.text("name"), TITLE))
                        .filter(name -> !name.isBlank())
                        .toList();
        List<String> chinese =
                chinesePath
                        .map(path -> STEP.splitAsStream(path).map(String::strip).toList())
                        .filter(path -> path.size() == names.size())
                        .orElse(List.of());
        List<Localized> category = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            Localized name = Localized.of(language, names.get(i));
            category.add(chinese.isEmpty() ? name : name.and(CHINESE, chinese.get(i)));
        }
        return category;
    }

    private static int depth(Json category) {
        String link = category.optionalText("link").orElse("");
        return link.replaceAll("[^/]", "").length() - (link.endsWith("/") ? 1 : 0);
    }

    private Optional<Localized> description(Json product) {
        return product.optionalText("description")
                .or(() -> product.optionalText("short_description"))
                .map(html -> PlainText.of(html, DESCRIPTION))
                .filter(text -> !text.isBlank())
                .map(text -> Localized.of(language, text));
    }

    private static Map<String, String> attributes(Json product) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (Json attribute : product.optionalList("attributes")) {
            String values =
                    attribute.optionalList("terms").stream()
                            .map(term -> PlainText.of(term.text("name"), TITLE))
                            .filter(value -> !value.isBlank())
                            .collect(Collectors.joining(", "));
            if (!values.isEmpty()) {
                attributes.put(attribute.text("name"), values);
            }
        }
        product.optionalText("variation")
                .ifPresent(text ->
                        chosen(text).forEach((name, value) -> attributes.putIfAbsent(name, value)));
        product.optionalText("sku").ifPresent(sku -> attributes.put("SKU", sku));
        return attributes;
    }

    /**
     * What a variation is chosen by: {@code "Colour: Blue, Size: M"}. A value may hold a comma
     * ({@code "Pack: 6, chilled"}), so a part without a colon belongs to the one before it; a text
     * without any is kept whole.
     */
    static Map<String, String> chosen(String variation) {
        Map<String, String> chosen = new LinkedHashMap<>();
        String last = "";
        for (String part : PlainText.of(variation, TITLE).split(", ", -1)) {
            int colon = part.indexOf(": ");
            if (colon > 0) {
                last = part.substring(0, colon).strip();
                chosen.put(last, part.substring(colon + 2).strip());
            } else if (last.isEmpty()) {
                return Map.of("variation", PlainText.of(variation, TITLE));
            } else {
                chosen.merge(last, part.strip(), (before, more) -> before + ", " + more);
            }
        }
        return chosen;
    }

    /** Takes out the attributes of these names, whatever their case. */
    private static List<String> take(Map<String, String> attributes, Set<String> names) {
        List<String> keys =
                attributes.keySet().stream()
                        .filter(key -> names.contains(key.toLowerCase(Locale.ROOT)))
                        .toList();
        return keys.stream().map(attributes::remove).toList();
    }

    private static Optional<Gtin> gtin(String text) {
        try {
            return Optional.of(Gtin.parse(text));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static String plain(String html, String field, int longest) {
        String text = PlainText.of(html, longest);
        if (text.isBlank()) {
            throw new IllegalArgumentException(field + ": has no text");
        }
        return text;
    }
}
