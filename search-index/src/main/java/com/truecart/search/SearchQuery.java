package com.truecart.search;

import java.util.Optional;

/**
 * A question to the index.
 *
 * @param text what the shopper typed, in any language; blank finds everything the filters let
 *     through
 * @param page counted from 0
 * @param size hits on a page
 * @param after where the page before this one ended: pages reached so cost the same however deep
 *     they lie; {@code page} is 0 then
 */
public record SearchQuery(
        String text, Filters filters, Sort sort, int page, int size, Optional<Cursor> after) {

    /** Longer texts are no product search; they are cut by the caller or refused here. */
    public static final int LONGEST_TEXT = 200;

    /** Most hits on one page. */
    public static final int LARGEST_PAGE = 100;

    /**
     * How far one can page: nobody reads further, and each page costs the engine all pages before
     * it.
     */
    public static final int DEEPEST_HIT = 9_999;

    /** As much of what somebody typed as is searched for. */
    public static String shortened(String typed) {
        return typed.length() <= LONGEST_TEXT ? typed : typed.substring(0, LONGEST_TEXT);
    }

    public SearchQuery {
        if (text.length() > LONGEST_TEXT) {
            throw new IllegalArgumentException(
                    "text: at most " + LONGEST_TEXT + " characters, has " + text.length());
        }
        if (size < 1 || size > LARGEST_PAGE) {
            throw new IllegalArgumentException(
                    "size: must be in 1.." + LARGEST_PAGE + ", is " + size);
        }
        if (page < 0 || (page + 1L) * size > DEEPEST_HIT) {
            throw new IllegalArgumentException(
                    "page: hits are served up to number " + DEEPEST_HIT + ", page is " + page);
        }
        if (after.isPresent() && (page != 0 || after.get().sort() != sort)) {
            throw new IllegalArgumentException(
                    "after: belongs to the sort "
                            + after.get().sort()
                            + " and to no page number; leave it out for the first page");
        }
        if (sort == Sort.PRICE && filters.currency().isEmpty()) {
            throw new IllegalArgumentException(
                    "sort: prices of several currencies have no order; name one in the filters");
        }
    }

    /** One page by its number. */
    public SearchQuery(String text, Filters filters, Sort sort, int page, int size) {
        this(text, filters, sort, page, size, Optional.empty());
    }

    /** The first page of the best matches. */
    public static SearchQuery of(String text) {
        return new SearchQuery(text, Filters.NONE, Sort.RELEVANCE, 0, 20);
    }

    /** The same with these filters. */
    public SearchQuery with(Filters others) {
        return new SearchQuery(text, others, sort, page, size, after);
    }

    /** The same in another order. */
    public SearchQuery by(Sort other) {
        return new SearchQuery(text, filters, other, page, size);
    }

    /** The page after the one that ended there. */
    public SearchQuery after(Cursor end) {
        return new SearchQuery(text, filters, sort, 0, size, Optional.of(end));
    }

    /** Another page of the same hits. */
    public SearchQuery onPage(int otherPage, int otherSize) {
        return new SearchQuery(text, filters, sort, otherPage, otherSize);
    }
}
