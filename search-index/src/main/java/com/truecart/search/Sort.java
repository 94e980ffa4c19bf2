package com.truecart.search;

/**
 * In which order hits come; equal ones by sales rank, then by product id, so that pages neither
 * overlap nor skip.
 */
public enum Sort {
    /** Best match first; without words, best seller first. */
    RELEVANCE,
    /** Cheapest matching offer first; needs the filters to name a currency. */
    PRICE,
    /** Largest discount of a matching offer first. */
    DISCOUNT,
    /** Best seller first, those without a rank last. */
    SALES_RANK
}
