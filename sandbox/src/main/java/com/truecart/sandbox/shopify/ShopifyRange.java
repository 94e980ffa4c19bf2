package com.truecart.sandbox.shopify;

import com.truecart.sandbox.store.Families;
import com.truecart.sandbox.store.Offer;
import com.truecart.sandbox.store.Shelf;
import com.truecart.sandbox.world.Product;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The shelf as products with variants: sizes of one thing are variants of one product, whose name
 * is what their names have in common.
 */
final class ShopifyRange {
    private static final long PRODUCT_NUMBERS = 7_000_000;

    private final Shelf shelf;

    ShopifyRange(Shelf shelf) {
        this.shelf = shelf;
    }

    /** A product and its variants, in shelf order. */
    record Listed(long number, String title, String titleZh, List<Offer> variants) {
        Product sample() {
            return variants.getFirst().product();
        }

        /** A product of one size has the one variant this platform calls the default. */
        boolean isOfOneSize() {
            return variants.size() == 1;
        }

        String handle() {
            return title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        }
    }

    /** Everything, by the number of the product. */
    List<Listed> products() {
        List<Listed> products = new ArrayList<>();
        Families.of(shelf)
                .forEach((family, variants) -> {
                    Product first = variants.getFirst().product();
                    boolean alone = variants.size() == 1;
                    products.add(
                            new Listed(
                                    PRODUCT_NUMBERS + first.number(),
                                    alone ? first.name() : family,
                                    alone ? first.nameZh() : first.brandZh() + " " + family,
                                    List.copyOf(variants)));
                });
        return products;
    }

    Optional<Listed> product(String gid) {
        return products().stream().filter(p -> productGid(p).equals(gid)).findFirst();
    }

    Listed productOf(Offer offer) {
        return products().stream()
                .filter(p -> p.variants().stream().anyMatch(v -> v.sku().equals(offer.sku())))
                .findFirst()
                .orElseThrow();
    }

    Optional<Offer> variant(String gid) {
        return gid.startsWith("gid://shopify/ProductVariant/")
                ? shelf.item(gid.substring(gid.lastIndexOf('/') + 1))
                : Optional.empty();
    }

    static String productGid(Listed product) {
        return "gid://shopify/Product/" + product.number();
    }

    static String variantGid(Offer offer) {
        return "gid://shopify/ProductVariant/" + offer.itemId();
    }
}
