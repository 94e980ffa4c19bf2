package com.truecart.connector.taobao;

import com.truecart.kit.Json;
import com.truecart.kit.PlainText;
import com.truecart.kit.WebAddress;
import com.truecart.kit.china.Coupons;
import com.truecart.kit.china.KeyTail;
import com.truecart.kit.china.SearchCatalog;
import com.truecart.model.Availability;
import com.truecart.model.Identifiers;
import com.truecart.model.ItemCondition;
import com.truecart.model.Listing;
import com.truecart.model.Localized;
import com.truecart.model.Money;
import com.truecart.model.Offer;
import com.truecart.model.Promotion;
import com.truecart.model.Seller;
import com.truecart.spi.UpstreamException.Drifted;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * A row of Taobao's search in our words. Pure. Commission is left where it is: what pays us is no
 * property of a product.
 */
final class Translate implements SearchCatalog.Rows {
    static final Currency CNY = Currency.getInstance("CNY");
    private static final int TITLE = 500;

    @Override
    public Listing listing(Json row, Instant seenAt) {
        String key = key(row);
        Json basics = row.at("item_basic_info");
        return new Listing(
                key,
                Optional.empty(),
                localized(title(basics)),
                basics.optionalText("brand_name").map(Translate::localized),
                Stream.of("level_one_category_name", "category_name")
                        .flatMap(field -> basics.optionalText(field).stream())
                        .distinct()
                        .map(Translate::localized)
                        .toList(),
                Optional.empty(),
                Identifiers.NONE,
                attributes(basics),
                // an id of this interface has no page without tracking
                Optional.empty(),
                basics.optionalText("pict_url").flatMap(Translate::address),
                OptionalInt.empty(),
                List.of(offer(key, row, basics)),
                seenAt);
    }

    @Override
    public String reference(Json row) {
        try {
            return "item " + row.text("item_id");
        } catch (Drifted noId) {
            return "row at " + row.path();
        }
    }

    /** Whether this row is of the product with this key. */
    static boolean isOf(String key, Json row) {
        try {
            return key(row).equals(key);
        } catch (Drifted | IllegalArgumentException unusable) {
            return false;
        }
    }

    /** The tracked link of a fresh row, over its coupon where there is one. */
    static URI link(Json row) {
        Json publish = row.at("publish_info");
        String link =
                publish.optionalText("coupon_share_url").orElseGet(() -> publish.text("click_url"));
        return address(link)
                .orElseThrow(() -> new Drifted(publish.path() + ": its link is no web address"));
    }

    private static String key(Json row) {
        return KeyTail.of(row.text("item_id"), '-', "item_id");
    }

    private static Offer offer(String key, Json row, Json basics) {
        Json prices = row.at("price_promotion_info");
        Money price = prices.price("zk_final_price", CNY);
        if (!price.isPositive()) {
            throw new IllegalArgumentException("zk_final_price: must be above nothing");
        }
        // what the seller strikes through: the seller's claim, no reduction of ours
        Optional<Money> reserve =
                prices.optional("reserve_price")
                        .map(_ -> prices.price("reserve_price", CNY))
                        .filter(list -> list.compareTo(price) > 0);
        List<Promotion> promotions = new ArrayList<>(Paths.promotions(key, price, prices));
        Optional<Json> presale =
                row.optional("presale_info")
                        .filter(info -> info.optionalText("presale_deposit").isPresent());
        presale.ifPresent(info -> promotions.addAll(Paths.presale(key, price, info)));
        return new Offer(
                seller(basics),
                price,
                reserve,
                presale.isPresent() ? Availability.PREORDER : Availability.UNSTATED,
                ItemCondition.UNSTATED,
                promotions);
    }

    private static Seller seller(Json basics) {
        String id = basics.optional("seller_id").isPresent() ? basics.id("seller_id") : "taobao";
        String name = PlainText.of(basics.optionalText("shop_title").orElse("淘宝"), TITLE);
        return new Seller(id, localized(name));
    }

    private static Map<String, String> attributes(Json basics) {
        Map<String, String> attributes = new HashMap<>();
        basics.optionalNumber("user_type")
                .ifPresent(type -> attributes.put("平台", type == 1 ? "天猫" : "淘宝"));
        basics.optionalText("provcity").ifPresent(city -> attributes.put("发货地", city));
        // stated for somewhere in China, so no delivery terms of ours
        basics.optionalText("real_post_fee").ifPresent(fee -> attributes.put("运费", fee));
        return attributes;
    }

    private static String title(Json basics) {
        String title = PlainText.of(basics.text("title"), TITLE);
        if (title.isBlank()) {
            throw new IllegalArgumentException("title: has no text");
        }
        return title;
    }

    /** Addresses come without a scheme: "//s.click.taobao.com/x". */
    private static Optional<URI> address(String text) {
        return WebAddress.of(text.startsWith("//") ? "https:" + text : text);
    }

    private static Localized localized(String text) {
        return Localized.of(Coupons.LANGUAGE, text);
    }
}
