package com.truecart.app.catalog;

import com.truecart.model.Identifiers;
import com.truecart.model.Listing;
import com.truecart.model.Localized;
import com.truecart.model.Money;
import com.truecart.model.Offer;
import com.truecart.model.Seller;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A page of listings as JSON rows, the form in which a statement takes hundreds of them at once.
 */
final class PageRows {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int SHORTEST_PART_NUMBER = 3;

    /** The escape of the zero character, not an escaped backslash before "u0000". */
    private static final Pattern ZERO = Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*)\\\\u0000");

    private PageRows() {}

    /**
     * The page in rounds, each naming a listing once, the oldest first: a statement must not meet a
     * row twice.
     */
    static List<List<Listing>> rounds(List<Listing> listings) {
        List<Listing> waiting =
                listings.stream().sorted(Comparator.comparing(Listing::seenAt)).toList();
        List<List<Listing>> rounds = new ArrayList<>();
        while (!waiting.isEmpty()) {
            Set<String> taken = new HashSet<>();
            List<Listing> round = new ArrayList<>();
            List<Listing> later = new ArrayList<>();
            for (Listing listing : waiting) {
                (taken.add(listing.upstreamId()) ? round : later).add(listing);
            }
            rounds.add(round);
            waiting = later;
        }
        return rounds;
    }

    static String sellers(List<Listing> listings) {
        Map<String, Seller> byId = new LinkedHashMap<>();
        for (Listing listing : listings) {
            for (Offer offer : listing.offers()) {
                byId.put(offer.seller().id(), offer.seller());
            }
        }
        ArrayNode rows = JSON.createArrayNode();
        for (Seller seller : byId.values()) {
            ObjectNode row = rows.addObject().put("id", seller.id());
            row.set("name", JSON.readTree(FactsJson.text(seller.name())));
        }
        return storable(rows);
    }

    static String listings(List<Listing> listings) {
        ArrayNode rows = JSON.createArrayNode();
        for (Listing listing : listings) {
            Identifiers identifiers = listing.identifiers();
            ObjectNode content = rows.addObject();
            content.put("upstream_id", listing.upstreamId());
            content.put("variant_of", listing.variantOf().orElse(null));
            content.set("title", JSON.readTree(FactsJson.text(listing.title())));
            listing.brand()
                    .ifPresent(brand -> content.set("brand", JSON.readTree(FactsJson.text(brand))));
            content.set("category", JSON.readTree(FactsJson.texts(listing.category())));
            listing.description()
                    .ifPresent(text ->
                            content.set("description", JSON.readTree(FactsJson.text(text))));
            content.put("gtin", identifiers.gtin().map(gtin -> gtin.digits()).orElse(null));
            content.put("mpn", identifiers.mpn().orElse(null));
            content.put("maker_key", makerKey(listing).orElse(null));
            content.put("shared_code", identifiers.sharedCode().orElse(null));
            content.set("attributes", JSON.readTree(FactsJson.strings(listing.attributes())));
            content.put("page", listing.page().map(URI::toString).orElse(null));
            content.put("image", listing.image().map(URI::toString).orElse(null));
            listing.salesRank().ifPresent(rank -> content.put("sales_rank", rank));
            String hash = hash(content.toString());
            content.put("content_hash", hash);
            content.put("seen_at", listing.seenAt().toString());
        }
        return storable(rows);
    }

    static String offers(List<Listing> listings) {
        ArrayNode rows = JSON.createArrayNode();
        for (Listing listing : listings) {
            for (Offer offer : listing.offers()) {
                ObjectNode row = rows.addObject();
                row.put("upstream_id", listing.upstreamId());
                row.put("seller_id", offer.seller().id());
                row.put("currency", offer.price().currency().getCurrencyCode());
                row.put("price", offer.price().minor());
                row.put("list_price", offer.listPrice().map(Money::minor).orElse(null));
                row.put("availability", offer.availability().name());
                row.put("condition", offer.condition().name());
                row.set("promotions", JSON.readTree(FactsJson.promotions(offer.promotions())));
                ArrayNode words = row.putArray("words");
                offer.promotions()
                        .forEach(promotion -> words.add(promotion.label().in(Locale.ENGLISH)));
                row.put("seen_at", listing.seenAt().toString());
            }
        }
        return storable(rows);
    }

    /**
     * PostgreSQL keeps no zero characters in texts; one listing with such a character must not stop
     * its page.
     */
    static String storable(ArrayNode rows) {
        String json = rows.toString();
        return json.contains("\\u0000") ? ZERO.matcher(json).replaceAll("$1\uFFFD") : json;
    }

    /**
     * Brand and part number without case, spaces and punctuation; a part number alone names
     * nothing.
     */
    static Optional<String> makerKey(Listing listing) {
        String brand = listing.brand().map(PageRows::english).map(PageRows::fold).orElse("");
        String part = listing.identifiers().mpn().map(PageRows::fold).orElse("");
        return brand.isEmpty() || part.length() < SHORTEST_PART_NUMBER
                ? Optional.empty()
                : Optional.of(brand + "/" + part);
    }

    private static String english(Localized text) {
        return text.in(Locale.ENGLISH);
    }

    private static String fold(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private static String hash(String content) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(content.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
