package com.truecart.sandbox.till;

import com.truecart.sandbox.store.Offer;
import com.truecart.sandbox.store.Shelf;
import com.truecart.sandbox.store.ShopTerms;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * One row of a Google promotions feed.
 *
 * @param columns by the feed's column name, without the id
 */
public record PublishedPromotion(String id, Map<String, String> columns) {

    /** A rule for everything in the shop, without a code. */
    static PublishedPromotion of(String id, String title, String valueType) {
        Map<String, String> columns = new LinkedHashMap<>();
        columns.put("product_applicability", "all_products");
        columns.put("offer_type", "no_code");
        columns.put("long_title", title);
        columns.put(
                "promotion_effective_dates", "2026-01-01T00:00:00+08:00/2029-12-31T23:59:59+08:00");
        columns.put("redemption_channel", "online");
        columns.put("promotion_destination", "Shopping_ads,Free_listings");
        columns.put("coupon_value_type", valueType);
        return new PublishedPromotion(id, columns);
    }

    /** The delivery rule every shop with a threshold publishes. */
    public static PublishedPromotion freeDelivery(String id, long from) {
        return of(id, "Free delivery from HK$" + from / 100, "free_shipping_standard")
                .with("minimum_purchase_amount", hkd(from))
                .with("fine_print", "The minimum counts after discounts.");
    }

    /** The delivery rule of a shop, if it has a threshold. */
    public static Collection<PublishedPromotion> freeDelivery(ShopTerms terms) {
        OptionalLong from = terms.freeFrom();
        return from.isPresent()
                ? List.of(freeDelivery(terms.prefix() + "-SHIP", from.getAsLong()))
                : List.of();
    }

    /** The same with one more cell. */
    PublishedPromotion with(String column, String value) {
        Map<String, String> more = new LinkedHashMap<>(columns);
        more.put(column, value);
        return new PublishedPromotion(id, more);
    }

    /** The same, only with a code. */
    PublishedPromotion code(String code) {
        return with("offer_type", "generic_code").with("generic_redemption_code", code);
    }

    /** The same, only for these products as far as the shop has them. */
    PublishedPromotion only(Shelf shelf, Predicate<Offer> which) {
        return with("product_applicability", "specific_products")
                .with(
                        "item_id",
                        shelf.offers().stream()
                                .filter(which)
                                .map(Offer::itemId)
                                .collect(Collectors.joining(",")));
    }

    /** Cents as a feed writes them. */
    public static String hkd(long cents) {
        return "%d.%02d %s".formatted(cents / 100, cents % 100, ShopTerms.CURRENCY);
    }
}
