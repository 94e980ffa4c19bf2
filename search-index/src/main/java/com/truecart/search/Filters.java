package com.truecart.search;

import com.truecart.model.Money;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What must hold. Those on offers hold for one and the same offer; within one set any value will
 * do, and an empty set asks nothing.
 *
 * @param currency only offers in this one; implied by {@code minPrice} and {@code maxPrice}
 * @param minPrice inclusive
 * @param maxPrice inclusive
 * @param stores ids of stores
 * @param brands values of the brand facet, in any spelling
 * @param categories values of the category facet, of any level
 * @param inStock only offers in stock
 * @param hasPromotion only offers with a promotion
 */
public record Filters(
        Optional<Currency> currency,
        Optional<Money> minPrice,
        Optional<Money> maxPrice,
        Set<String> stores,
        Set<String> brands,
        Set<String> categories,
        boolean inStock,
        boolean hasPromotion) {

    /** Everything is let through. */
    public static final Filters NONE =
            new Filters(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Set.of(),
                    Set.of(),
                    Set.of(),
                    false,
                    false);

    public Filters {
        stores = Set.copyOf(stores);
        brands = Set.copyOf(brands);
        categories = Set.copyOf(categories);
        currency =
                currency.or(() -> minPrice.map(Money::currency))
                        .or(() -> maxPrice.map(Money::currency));
        for (Optional<Money> limit : List.of(minPrice, maxPrice)) {
            if (limit.isPresent() && !limit.map(Money::currency).equals(currency)) {
                throw new IllegalArgumentException(
                        "the price limit " + limit.get() + " is not in " + currency.orElseThrow());
            }
        }
    }

    /** Whether an offer fulfils all of those on offers. */
    public boolean letThrough(OfferDocument offer) {
        return (currency.isEmpty() || currency.get().equals(offer.effective().currency()))
                && (minPrice.isEmpty() || offer.effective().minor() >= minPrice.get().minor())
                && (maxPrice.isEmpty() || offer.effective().minor() <= maxPrice.get().minor())
                && (stores.isEmpty() || stores.contains(offer.storeId()))
                && (!inStock || offer.inStock())
                && (!hasPromotion || offer.hasPromotion());
    }

    /** The same, only in this currency. */
    public Filters in(Currency only) {
        return new Filters(
                Optional.of(only),
                minPrice,
                maxPrice,
                stores,
                brands,
                categories,
                inStock,
                hasPromotion);
    }

    /** The same between these prices; an empty side is open. */
    public Filters priced(Optional<Money> least, Optional<Money> most) {
        return new Filters(
                currency, least, most, stores, brands, categories, inStock, hasPromotion);
    }

    /** The same at these stores. */
    public Filters atStores(Set<String> any) {
        return new Filters(
                currency, minPrice, maxPrice, any, brands, categories, inStock, hasPromotion);
    }

    /** The same of these brands. */
    public Filters ofBrands(Set<String> any) {
        return new Filters(
                currency, minPrice, maxPrice, stores, any, categories, inStock, hasPromotion);
    }

    /** The same in these categories. */
    public Filters inCategories(Set<String> any) {
        return new Filters(
                currency, minPrice, maxPrice, stores, brands, any, inStock, hasPromotion);
    }

    /** The same, only offers in stock. */
    public Filters onlyInStock() {
        return new Filters(
                currency, minPrice, maxPrice, stores, brands, categories, true, hasPromotion);
    }

    /** The same, only offers with a promotion. */
    public Filters onlyWithPromotion() {
        return new Filters(currency, minPrice, maxPrice, stores, brands, categories, inStock, true);
    }
}
