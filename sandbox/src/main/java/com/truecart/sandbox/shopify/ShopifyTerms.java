package com.truecart.sandbox.shopify;

import com.truecart.sandbox.store.ShopTerms;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * How one Shopify shop is set up.
 *
 * @param isGraphQlOpen whether it answers the Storefront API at all, or only {@code /products.json}
 * @param token what a caller must show, if the shop has made one; the shop then tells quantities
 *     too
 * @param taxPercent what its checkout adds to goods and delivery; its cart cannot know it
 * @param statesDelivery whether its cart offers ways of delivery before the checkout
 */
public record ShopifyTerms(
        boolean isGraphQlOpen, Optional<String> token, int taxPercent, boolean statesDelivery) {

    /** Open to everybody, prices with everything in them. */
    public static final ShopifyTerms OPEN = new ShopifyTerms(true, Optional.empty(), 0, true);

    /** The same, open only to who knows this. */
    public ShopifyTerms behind(String secret) {
        return new ShopifyTerms(isGraphQlOpen, Optional.of(secret), taxPercent, statesDelivery);
    }

    /** The same without the Storefront API. */
    public ShopifyTerms closed() {
        return new ShopifyTerms(false, token, taxPercent, statesDelivery);
    }

    /** The same with a tax that the checkout adds. */
    public ShopifyTerms taxing(int percent) {
        return new ShopifyTerms(isGraphQlOpen, token, percent, statesDelivery);
    }

    /** The same with a cart that says nothing of delivery. */
    public ShopifyTerms silentOnDelivery() {
        return new ShopifyTerms(isGraphQlOpen, token, taxPercent, false);
    }

    /** Junk Street: groceries and household; delivery 35.00, free from 600.00. */
    static ShopTerms shop() {
        return new ShopTerms(
                "junk-street",
                "Junk Street",
                "雜貨街",
                "JS",
                List.of("Groceries", "Household"),
                Set.of(),
                true,
                3_500,
                OptionalLong.of(60_000),
                3);
    }
}
