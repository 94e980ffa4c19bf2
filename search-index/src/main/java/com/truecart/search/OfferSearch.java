package com.truecart.search;

import java.util.List;

/** The reading side of a search index. */
public interface OfferSearch {

    /** The asked page of products that have at least one offer fulfilling all filters at once. */
    SearchPage search(SearchQuery query);

    /**
     * Why the products of the asked page stand where they do, in its order; without words, nothing.
     */
    List<Explained> explain(SearchQuery query);
}
