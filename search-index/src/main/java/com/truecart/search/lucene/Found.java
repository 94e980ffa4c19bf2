package com.truecart.search.lucene;

import com.truecart.search.Cursor;
import com.truecart.search.Sort;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.util.BytesRef;

/**
 * A product by what it is sorted by.
 *
 * @param document its number in the segment
 * @param order smaller comes first, whatever the sort
 * @param salesRank {@link Long#MAX_VALUE} where there is none
 */
record Found(LeafReaderContext segment, int document, long order, long salesRank) {

    /** What comes first is small: of scores and discounts, the large ones do. */
    static long order(Sort sort, long key) {
        return switch (sort) {
            case RELEVANCE, DISCOUNT -> -key;
            case PRICE, SALES_RANK -> key;
        };
    }

    /** Below 0 where this comes before the other. */
    int compareTo(Found other) {
        int byNumbers = compareNumbers(other.order, other.salesRank);
        return byNumbers != 0 ? byNumbers : id().compareTo(other.id());
    }

    /** Whether this comes after the end of a page. */
    boolean isAfter(Cursor end) {
        int byNumbers = compareNumbers(order(end.sort(), end.key()), end.salesRank());
        return byNumbers != 0 ? byNumbers > 0 : id().compareTo(new BytesRef(end.productId())) > 0;
    }

    private int compareNumbers(long otherOrder, long otherRank) {
        int byOrder = Long.compare(order, otherOrder);
        return byOrder != 0 ? byOrder : Long.compare(salesRank, otherRank);
    }

    /** Read only where it must be: few products are equal in all else. */
    BytesRef id() {
        try {
            BinaryDocValues ids = DocValues.getBinary(segment.reader(), Fields.PRODUCT_ID);
            if (!ids.advanceExact(document)) {
                throw new IllegalStateException("a product without an id in the index");
            }
            return BytesRef.deepCopyOf(ids.binaryValue());
        } catch (IOException e) {
            throw new UncheckedIOException("reading a product's id", e);
        }
    }

    Cursor cursor(Sort sort) {
        return new Cursor(sort, order(sort, order), salesRank, id().utf8ToString());
    }
}
