package com.truecart.app.catalog;

import com.truecart.model.Money;
import java.util.List;

/** What one store sells. */
public interface StoreShelf {

    /**
     * Some of the store's offers that can be bought now and cost between these amounts, the
     * cheapest first; one query.
     *
     * @param least and {@code most} in one currency
     */
    List<OfferFacts> between(StoreId store, Money least, Money most, int limit);
}
