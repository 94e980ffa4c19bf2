package com.truecart.search.lucene;

import com.truecart.search.OfferIndex;
import com.truecart.search.OfferSearch;
import com.truecart.search.ProductDocument;
import com.truecart.search.SearchPage;
import com.truecart.search.SearchQuery;
import java.nio.file.Path;
import java.util.Collection;
import java.util.stream.Stream;

/** Both sides of the index on Lucene; safe for use by several threads. */
@SuppressWarnings("DoNotCallSuggester")
public final class LuceneOffers implements OfferIndex, OfferSearch {

    private LuceneOffers() {}

    /** An empty index that is gone when it is closed. */
    public static LuceneOffers inMemory() {
        return new LuceneOffers();
    }

    /**
     * Opens the index in this folder, or makes an empty one where there is none.
     *
     * @throws com.truecart.search.IndexUnusableException where there is one that cannot be used: then {@link #openEmpty} and rebuild
     */
    public static LuceneOffers open(Path folder) {
        throw new UnsupportedOperationException(folder.toString());
    }

    /** Opens this folder with an empty index, whatever was there before. */
    public static LuceneOffers openEmpty(Path folder) {
        throw new UnsupportedOperationException(folder.toString());
    }

    @Override
    public void put(Collection<ProductDocument> products) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void remove(Collection<String> productIds) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void commit() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void rebuild(Stream<ProductDocument> products) {
        throw new UnsupportedOperationException();
    }

    @Override
    public SearchPage search(SearchQuery query) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
