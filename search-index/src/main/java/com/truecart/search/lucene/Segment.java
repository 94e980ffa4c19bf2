package com.truecart.search.lucene;

import com.truecart.model.Money;
import com.truecart.search.Facets;
import com.truecart.search.Filters;
import com.truecart.search.layout.FacetLabel;
import java.io.IOException;
import java.util.Collection;
import java.util.Set;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.LongBitSet;
import org.jspecify.annotations.Nullable;

/**
 * One segment, read product by product in its order: which filters each product and each of its
 * offers fulfil.
 */
final class Segment {

    private static final long NO_CURRENCY = -1;

    private final NumericDocValues offerCounts;
    private final NumericDocValues ranks;
    private final NumericDocValues standings;
    private final SortedDocValues brandKeys;
    private final SortedSetDocValues categories;
    private final SortedDocValues stores;
    private final NumericDocValues prices;
    private final NumericDocValues discounts;
    private final NumericDocValues terms;

    private final @Nullable FixedBitSet wantedBrands;
    private final @Nullable LongBitSet wantedCategories;
    private final @Nullable FixedBitSet wantedStores;
    private final boolean asksTerms;
    private final boolean asksPrice;
    private final long currency;
    private final long minPrice;
    private final long maxPrice;
    private final boolean inStock;
    private final boolean hasPromotion;

    Segment(LeafReader reader, Filters filters) throws IOException {
        offerCounts = DocValues.getNumeric(reader, Fields.OFFERS);
        ranks = DocValues.getNumeric(reader, Fields.SALES_RANK);
        standings = DocValues.getNumeric(reader, Fields.STANDING);
        brandKeys = DocValues.getSorted(reader, Fields.BRAND_KEY);
        categories = DocValues.getSortedSet(reader, Fields.CATEGORY_FACET);
        stores = DocValues.getSorted(reader, Fields.STORE);
        prices = DocValues.getNumeric(reader, Fields.PRICE);
        discounts = DocValues.getNumeric(reader, Fields.DISCOUNT);
        terms = DocValues.getNumeric(reader, Fields.TERMS);
        wantedBrands =
                filters.brands().isEmpty()
                        ? null
                        : ordinals(
                                brandKeys,
                                filters.brands().stream().map(Facets::brandKey).toList());
        wantedStores = filters.stores().isEmpty() ? null : ordinals(stores, filters.stores());
        wantedCategories =
                filters.categories().isEmpty() ? null : withValue(categories, filters.categories());
        currency = filters.currency().map(Fields.Terms::number).orElse(NO_CURRENCY);
        inStock = filters.inStock();
        hasPromotion = filters.hasPromotion();
        asksTerms = currency != NO_CURRENCY || inStock || hasPromotion;
        minPrice = filters.minPrice().map(Money::minor).orElse(Long.MIN_VALUE);
        maxPrice = filters.maxPrice().map(Money::minor).orElse(Long.MAX_VALUE);
        asksPrice = filters.minPrice().isPresent() || filters.maxPrice().isPresent();
    }

    private static FixedBitSet ordinals(SortedDocValues values, Collection<String> wanted)
            throws IOException {
        FixedBitSet ordinals = new FixedBitSet(Math.max(1, values.getValueCount()));
        for (String each : wanted) {
            int ordinal = values.lookupTerm(new BytesRef(each));
            if (ordinal >= 0) {
                ordinals.set(ordinal);
            }
        }
        return ordinals;
    }

    /** One value has as many ordinals as it has labels. */
    private static LongBitSet withValue(SortedSetDocValues values, Set<String> wanted)
            throws IOException {
        LongBitSet ordinals = new LongBitSet(Math.max(1, values.getValueCount()));
        for (String each : wanted) {
            String first = FacetLabel.firstOf(each);
            long ordinal = values.lookupTerm(new BytesRef(first));
            for (long next = ordinal < 0 ? -ordinal - 1 : ordinal;
                    next < values.getValueCount()
                            && values.lookupOrd(next).utf8ToString().startsWith(first);
                    next++) {
                ordinals.set(next);
            }
        }
        return ordinals;
    }

    boolean isOfWantedBrand(int product) throws IOException {
        return wantedBrands == null
                || (brandKeys.advanceExact(product) && wantedBrands.get(brandKeys.ordValue()));
    }

    boolean isInWantedCategory(int product) throws IOException {
        if (wantedCategories == null) {
            return true;
        }
        if (categories.advanceExact(product)) {
            for (int i = 0; i < categories.docValueCount(); i++) {
                if (wantedCategories.get(categories.nextOrd())) {
                    return true;
                }
            }
        }
        return false;
    }

    int firstOffer(int product) throws IOException {
        return product - (int) number(offerCounts, product, 0);
    }

    long salesRank(int product) throws IOException {
        return number(ranks, product, Long.MAX_VALUE);
    }

    long standing(int product) throws IOException {
        return number(standings, product, 0);
    }

    /** Whether an offer fulfils all filters but the one on stores. */
    boolean isWantedAnywhere(int offer) throws IOException {
        if (asksTerms) {
            long its = number(terms, offer, 0);
            if ((currency != NO_CURRENCY && Fields.Terms.currency(its) != currency)
                    || (inStock && !Fields.Terms.inStock(its))
                    || (hasPromotion && !Fields.Terms.hasPromotion(its))) {
                return false;
            }
        }
        if (asksPrice) {
            long price = price(offer);
            return price >= minPrice && price <= maxPrice;
        }
        return true;
    }

    /** Asked once for an offer; -1 where it has none. */
    int store(int offer) throws IOException {
        return stores.advanceExact(offer) ? stores.ordValue() : -1;
    }

    boolean isWantedStore(int store) {
        return wantedStores == null || (store >= 0 && wantedStores.get(store));
    }

    SortedDocValues stores() {
        return stores;
    }

    long price(int offer) throws IOException {
        return number(prices, offer, Long.MAX_VALUE);
    }

    long discount(int offer) throws IOException {
        return number(discounts, offer, 0);
    }

    long currency(int offer) throws IOException {
        return Fields.Terms.currency(number(terms, offer, 0));
    }

    private static long number(NumericDocValues values, int document, long absent)
            throws IOException {
        return values.advanceExact(document) ? values.longValue() : absent;
    }
}
