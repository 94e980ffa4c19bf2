package com.truecart.search;

import java.util.List;

/** The reading side of a search index. */
public interface OfferSearch {

    /** The asked page of products that have at least one offer fulfilling all filters at once. */
    SearchPage search(SearchQuery query);

    /**
     * The asked page for a text somebody is still typing, whose last word need only have begun;
     * nothing for a blank one.
     */
    SearchPage complete(SearchQuery query);

    /**
     * The asked page of products that are like one whose name is given as the text, that product
     * among them: a third of its words are enough, and all that hold count; nothing for a blank
     * one.
     */
    SearchPage alike(SearchQuery query);

    /**
     * Why the products of the asked page stand where they do, in its order; without words, nothing.
     */
    List<Explained> explain(SearchQuery query);
}
