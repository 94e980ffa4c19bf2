package com.truecart.connector.jsonld;

import com.truecart.kit.PlainText;
import com.truecart.kit.web.Addresses;
import com.truecart.model.Availability;
import com.truecart.model.Gtin;
import com.truecart.model.Identifiers;
import com.truecart.model.ItemCondition;
import com.truecart.model.Listing;
import com.truecart.model.Localized;
import com.truecart.model.Offer;
import com.truecart.model.Seller;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * A product of a page in our words. Pure. Source: schema.org, and developers.google.com on merchant
 * listings and product variants.
 *
 * @param shopName the seller of offers that name none
 * @param language of texts where the connection says so
 * @param currency of prices that name none
 */
record Translate(String shopName, Optional<String> language, Optional<Currency> currency) {
    private static final Pattern STEP = Pattern.compile("\\s*(?:>|›|»|/)\\s*");
    private static final int TITLE = 500;
    private static final int DESCRIPTION = 5000;
    private static final String SHOP = "shop";

    /** What a variant that does not say it has from its group. */
    private static final Set<String> INHERITED =
            Set.of(
                    "name",
                    "description",
                    "brand",
                    "manufacturer",
                    "category",
                    "image",
                    "material",
                    "pattern",
                    "offers",
                    "priceCurrency",
                    "shippingDetails");

    private static final List<String> GTINS =
            List.of("gtin", "gtin14", "gtin13", "gtin12", "gtin8", "isbn");

    /**
     * The listings of a product: one, or one for each of its variants.
     *
     * @param unusable told of each variant that cannot be used, while the others can
     * @throws IllegalArgumentException beginning with the property that cannot be used
     */
    List<Listing> listings(
            Thing product, PageFacts page, Instant seenAt, Consumer<RuntimeException> unusable) {
        Optional<String> group =
                product.text("productGroupID", "inProductGroupWithID")
                        .or(() ->
                                product.thing("isVariantOf")
                                        .flatMap(each -> each.text("productGroupID")));
        List<Thing> variants =
                product.things("hasVariant").stream()
                        // one that only names its address has a page of its own
                        .filter(each -> each.has("offers") || each.has("sku") || each.has("name"))
                        .toList();
        List<Listing> listings = new ArrayList<>();
        if (!variants.isEmpty()) {
            for (Thing each : variants) {
                Thing variant = each.or(product, INHERITED);
                Sold sold = new Sold(variant, named(variant, product), page, seenAt);
                try {
                    listings.add(
                            sold.listing(
                                    keyOf(variant, each, page),
                                    Optional.of(group.orElse(page.key())),
                                    StatedOffer.oneOf(StatedOffer.of(variant, currency))));
                } catch (IllegalArgumentException | ArithmeticException problem) {
                    unusable.accept(problem);
                }
            }
            return listings;
        }
        List<StatedOffer> offers = StatedOffer.of(product, currency);
        Sold sold = new Sold(product, product.text("name").orElse(""), page, seenAt);
        if (offers.size() > 1 && StatedOffer.sellers(offers) < 2) {
            Optional<String> by = StatedOffer.distinguishing(offers);
            if (by.isPresent()) {
                for (StatedOffer each : offers) {
                    String own = each.offer().text("name").orElse("");
                    String name = sold.name.contains(own) ? sold.name : sold.name + " " + own;
                    try {
                        listings.add(
                                new Sold(
                                                product,
                                                own.contains(sold.name) ? own : name,
                                                page,
                                                seenAt)
                                        .listing(
                                                keyOf(each.offer(), each.offer(), page),
                                                Optional.of(group.orElse(page.key())),
                                                List.of(each)));
                    } catch (IllegalArgumentException | ArithmeticException problem) {
                        unusable.accept(problem);
                    }
                }
                return listings;
            }
        }
        // with its group's other variants on pages of their own, the page is the variant
        return List.of(
                sold.listing(
                        page.key(),
                        group.filter(id -> !id.equals(page.key())),
                        StatedOffer.sellers(offers) < 2 ? StatedOffer.oneOf(offers) : offers));
    }

    /** A variant by its own address, else by its number on the page. */
    private static String keyOf(Thing variant, Thing own, PageFacts page) {
        Optional<String> address =
                own.text("url")
                        .or(() -> own.thing("offers").flatMap(offer -> offer.text("url")))
                        .flatMap(text -> Addresses.whole(page.base(), text))
                        .filter(url -> Addresses.sameHost(url, page.address()))
                        .map(Addresses::key)
                        .filter(key -> !key.equals(page.key()));
        return address.or(() ->
                        variant.text("sku", "mpn", "gtin", "gtin13", "name")
                                .map(number -> page.key() + "#" + number))
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "sku: is missing on a variant without an address"));
    }

    /** "T-shirt" and its variant "T-shirt" differ by what the variant says of itself. */
    private static String named(Thing variant, Thing group) {
        String name = variant.text("name").orElse("");
        if (!name.equals(group.text("name").orElse(""))) {
            return name;
        }
        StringBuilder longer = new StringBuilder(name);
        for (String property : List.of("color", "size", "material", "pattern")) {
            if (!group.has(property)) {
                variant.text(property)
                        .map(Value::bare)
                        .ifPresent(value -> longer.append(' ').append(value));
            }
        }
        return longer.toString();
    }

    /** Twice, because many pages encode their markup once more for the JSON. */
    private static String plain(String html, int longest) {
        return PlainText.of(PlainText.of(html, longest), longest);
    }

    private static Optional<Gtin> wellFormed(String text) {
        try {
            return Optional.of(Gtin.parse(text));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    /** One sellable thing of a page. */
    private final class Sold {
        private final Thing product;
        private final String name;
        private final PageFacts page;
        private final Instant seenAt;
        private final String tag;

        Sold(Thing product, String name, PageFacts page, Instant seenAt) {
            this.product = product;
            this.name = name;
            this.page = page;
            this.seenAt = seenAt;
            this.tag = language.or(page::language).orElse(Localized.UNSTATED);
        }

        Listing listing(String key, Optional<String> variantOf, List<StatedOffer> offers) {
            Map<String, String> attributes = new LinkedHashMap<>(Facts.of(product));
            Optional<String> gtin =
                    product.text(GTINS.toArray(String[]::new))
                            .or(() -> offers.getFirst().offer().text(GTINS.toArray(String[]::new)));
            Optional<Gtin> wellFormed = gtin.flatMap(Translate::wellFormed);
            if (wellFormed.isEmpty()) {
                gtin.ifPresent(text -> attributes.put("GTIN", text));
            }
            return new Listing(
                    key,
                    variantOf,
                    Localized.of(tag, title()),
                    text(product.text("brand", "manufacturer"), TITLE),
                    category(),
                    text(product.text("description"), DESCRIPTION),
                    new Identifiers(
                            wellFormed,
                            product.text("mpn").or(() -> offers.getFirst().offer().text("mpn")),
                            Optional.empty()),
                    attributes,
                    Optional.of(
                            key.startsWith(page.key() + "#")
                                    ? page.address()
                                    : Addresses.whole(page.address().toString(), key)
                                            .orElse(page.address())),
                    product.text("image").flatMap(text -> Addresses.whole(page.base(), text)),
                    OptionalInt.empty(),
                    bySeller(key, offers, attributes),
                    seenAt);
        }

        private String title() {
            String title = plain(name, TITLE);
            if (title.isBlank()) {
                throw new IllegalArgumentException("name: is missing");
            }
            if (title.contains("\ufffd")) {
                throw new IllegalArgumentException(
                        "name: is in another charset than the shop's Content-Type header states: "
                                + title);
            }
            return title;
        }

        private List<Offer> bySeller(
                String key, List<StatedOffer> offers, Map<String, String> attributes) {
            boolean market = StatedOffer.sellers(offers) > 1;
            List<Offer> priced = new ArrayList<>();
            for (StatedOffer each : offers) {
                Pricing pricing =
                        Pricing.of(each.offer(), each.parents(), currency, seenAt, key, tag);
                Optional<String> seller = market ? each.seller() : Optional.empty();
                attributes.putAll(Facts.ofOffer(each, pricing));
                priced.add(
                        new Offer(
                                new Seller(
                                        seller.orElse(SHOP),
                                        Localized.of(tag, seller.orElse(shopName))),
                                pricing.price(),
                                pricing.listPrice(),
                                each.stated("availability")
                                        .map(Words::availability)
                                        .orElse(Availability.UNSTATED),
                                each.stated("itemCondition")
                                        .map(Words::condition)
                                        .orElse(ItemCondition.UNSTATED),
                                pricing.memberPrices()));
            }
            if (!market) {
                return priced;
            }
            // the one a buyer would take, where a seller of a market has several
            Map<String, Offer> best = new LinkedHashMap<>();
            priced.sort(
                    Comparator.comparing((Offer offer) -> !offer.availability().canBeBought())
                            .thenComparing(offer -> offer.condition() != ItemCondition.NEW)
                            .thenComparing(Offer::price));
            priced.forEach(offer -> best.putIfAbsent(offer.seller().id(), offer));
            return List.copyOf(best.values());
        }

        private List<Localized> category() {
            List<String> steps = new ArrayList<>(page.crumbs());
            if (steps.isEmpty()) {
                product.text("category")
                        .filter(text -> !text.matches("\\d+|https?://.*"))
                        .ifPresent(text -> STEP.splitAsStream(text).forEach(steps::add));
            }
            return steps.stream().flatMap(step -> text(Optional.of(step), TITLE).stream()).toList();
        }

        private Optional<Localized> text(Optional<String> html, int longest) {
            return html.map(text -> plain(text, longest))
                    .filter(text -> !text.isBlank())
                    .map(text -> Localized.of(tag, text));
        }
    }
}
