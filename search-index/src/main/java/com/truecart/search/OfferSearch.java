package com.truecart.search;

/** The reading side of a search index. */
public interface OfferSearch {

    /** The asked page of products that have at least one offer fulfilling all filters at once. */
    SearchPage search(SearchQuery query);
}
