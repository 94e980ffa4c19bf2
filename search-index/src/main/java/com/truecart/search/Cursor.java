package com.truecart.search;

import java.util.List;

/**
 * The last hit of a page, by what hits are sorted by: the next page begins after it, however much
 * was put or removed before it in the meantime. Only scores move with what is put: a page by
 * relevance may then repeat or miss a product of nearly the same score.
 *
 * @param key what the sort looks at first: a score's bits, a price in minor units, a discount in
 *     parts per million or a sales rank
 * @param salesRank {@link Long#MAX_VALUE} where there is none
 */
public record Cursor(Sort sort, long key, long salesRank, String productId) {

    private static final int PARTS = 4;
    private static final int LARGEST_SCORE = Float.floatToIntBits(Float.MAX_VALUE);

    /** In one word, for an address. */
    public String encoded() {
        return String.join(
                ".", sort.name(), Long.toString(key), Long.toString(salesRank), productId);
    }

    /**
     * Reads what {@link #encoded} wrote.
     *
     * @throws IllegalArgumentException where it is something else
     */
    public static Cursor decoded(String encoded) {
        List<String> parts = List.of(encoded.split("\\.", PARTS));
        try {
            Sort sort = Sort.valueOf(parts.get(0));
            long key = Long.parseLong(parts.get(1));
            if (sort == Sort.RELEVANCE && (key < 0 || key > LARGEST_SCORE)) {
                throw new IllegalArgumentException("no score has the bits " + key);
            }
            return new Cursor(sort, key, Long.parseLong(parts.get(2)), parts.get(3));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException(
                    "after: take it from the page before, or leave it out for the first page", e);
        }
    }
}
