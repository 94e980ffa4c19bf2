package com.truecart.search;

import com.truecart.model.Localized;
import com.truecart.model.Money;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Products for tests, priced in Hong Kong dollars. */
public final class Shelf {

    private Shelf() {}

    public static ProductDocument product(String id, String title, OfferDocument... offers) {
        return new ProductDocument(
                id,
                Localized.of("en", title),
                Optional.empty(),
                List.of(),
                List.of(),
                OptionalInt.empty(),
                List.of(offers));
    }

    public static ProductDocument branded(
            ProductDocument product, Localized brand, Localized... category) {
        return new ProductDocument(
                product.productId(),
                product.title(),
                Optional.of(brand),
                List.of(category),
                product.identifiers(),
                product.salesRank(),
                product.offers());
    }

    public static ProductDocument ranked(ProductDocument product, int rank) {
        return new ProductDocument(
                product.productId(),
                product.title(),
                product.brand(),
                product.category(),
                product.identifiers(),
                OptionalInt.of(rank),
                product.offers());
    }

    public static OfferDocument offer(String id, String store, long cents) {
        return offer(id, store, Money.of(cents, "HKD"), 0, true, false);
    }

    public static OfferDocument offer(
            String id,
            String store,
            Money price,
            long discountPpm,
            boolean inStock,
            boolean promotion) {
        return new OfferDocument(
                id, store, "connection", price, price, discountPpm, inStock, promotion);
    }

    public static List<String> ids(SearchPage page) {
        return page.hits().stream().map(SearchPage.Hit::productId).toList();
    }
}
