package com.truecart.connector.jd;

import com.truecart.kit.Json;
import com.truecart.kit.PlainText;
import com.truecart.kit.WebAddress;
import com.truecart.kit.china.Coupons;
import com.truecart.kit.china.KeyTail;
import com.truecart.kit.china.SearchCatalog;
import com.truecart.model.Identifiers;
import com.truecart.model.Listing;
import com.truecart.model.Localized;
import com.truecart.model.Seller;
import com.truecart.spi.UpstreamException.Drifted;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * A row of JD's search in our words. Pure. Commission is left where it is: what pays us is no
 * property of a product.
 */
final class Translate implements SearchCatalog.Rows {
    private static final int TITLE = 500;

    private final Scene scene;

    Translate(Scene scene) {
        this.scene = scene;
    }

    @Override
    public Listing listing(Json row, Instant seenAt) {
        String key = key(row);
        Optional<String> sku = sku(row);
        Map<String, String> attributes = new HashMap<>();
        row.optionalNumber("inOrderCount30DaysSku")
                .ifPresent(count -> attributes.put("30天销量", Long.toString(count)));
        return new Listing(
                key,
                Optional.empty(),
                Localized.of(Coupons.LANGUAGE, title(row)),
                row.optionalText("brandName").map(Translate::localized),
                category(row),
                Optional.empty(),
                Identifiers.NONE,
                attributes,
                // an item id has no page without tracking
                sku.map(number -> URI.create("https://item.jd.com/" + number + ".html")),
                row.optional("imageInfo").stream()
                        .flatMap(images -> images.optionalList("imageList").stream())
                        .flatMap(image -> image.optionalText("url").stream())
                        .flatMap(address -> WebAddress.of(address).stream())
                        .findFirst(),
                OptionalInt.empty(),
                List.of(Offers.offer(key, row, seller(row))),
                seenAt);
    }

    @Override
    public String reference(Json row) {
        try {
            return "item " + row.id("itemId");
        } catch (Drifted noId) {
            return "row at " + row.path();
        }
    }

    /** Whether this row is of the product with this key. */
    boolean isOf(String key, Json row) {
        try {
            return key(row).equals(key);
        } catch (Drifted | IllegalArgumentException unusable) {
            return false;
        }
    }

    /** The address a link is made for; it holds the short-lived id. */
    static String material(Json row) {
        String material = row.text("materialUrl");
        // JD leaves the scheme out
        return material.startsWith("http") ? material : "https://" + material.replaceAll("^/+", "");
    }

    /** The key of the product in a row of an order, where the row states it. */
    Optional<String> bought(Json row) {
        try {
            return Optional.of(key(row));
        } catch (Drifted | IllegalArgumentException notStated) {
            return Optional.empty();
        }
    }

    private String key(Json row) {
        return switch (scene) {
            case SKU ->
                    sku(row).orElseThrow(() ->
                            new IllegalArgumentException(
                                    "skuId: is missing, although the scene is 2"));
            case ITEM -> KeyTail.of(row.text("itemId"), '_', "itemId");
        };
    }

    private static Optional<String> sku(Json row) {
        return row.optional("skuId")
                .map(_ -> row.id("skuId"))
                .filter(number -> number.matches("[1-9]\\d{0,17}"));
    }

    private static Seller seller(Json row) {
        Optional<Json> shop = row.optional("shopInfo");
        String id =
                shop.filter(info -> info.optional("shopId").isPresent())
                        .map(info -> info.id("shopId"))
                        .orElse("jd");
        String name = shop.flatMap(info -> info.optionalText("shopName")).orElse("京东");
        return new Seller(id, localized(PlainText.of(name, TITLE)));
    }

    private static List<Localized> category(Json row) {
        return row.optional("categoryInfo").stream()
                .flatMap(info ->
                        Stream.of("cid1Name", "cid2Name", "cid3Name")
                                .flatMap(field -> info.optionalText(field).stream()))
                .map(Translate::localized)
                .toList();
    }

    private static String title(Json row) {
        String title = PlainText.of(row.text("skuName"), TITLE);
        if (title.isBlank()) {
            throw new IllegalArgumentException("skuName: has no text");
        }
        return title;
    }

    private static Localized localized(String text) {
        return Localized.of(Coupons.LANGUAGE, text);
    }
}
