package com.truecart.search;

import java.util.Collection;
import java.util.stream.Stream;

/**
 * The writing side of a search index. It is a projection: the record can rebuild it at any time.
 */
public interface OfferIndex extends AutoCloseable {

    /** Adds products, each replacing the one with its id; visible after {@link #commit}. */
    void put(Collection<ProductDocument> products);

    /**
     * Removes the products with these ids, as far as they are there; visible after {@link #commit}.
     */
    void remove(Collection<String> productIds);

    /**
     * Makes what was written visible to searches that start from now on, and safe against a crash.
     *
     * @throws ProductsRefusedException naming the products the engine cannot take, all others being
     *     there; {@link #rebuild} does the same
     * @throws SearchUnavailableException where the engine cannot be reached or takes no writes: all
     *     of it must be written again
     */
    void commit();

    /**
     * Builds a whole new index beside the present one and swaps it in, committed. Searches go on
     * all the while and see either the old or the new one. So do writes: what is put or removed
     * meanwhile stands in both, and what the stream says of the same product is older. Where the
     * stream fails, the old index stays.
     */
    void rebuild(Stream<ProductDocument> products);

    @Override
    void close();
}
