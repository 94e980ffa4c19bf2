package com.truecart.app.order;

import com.truecart.app.catalog.StoreId;
import com.truecart.spi.Recipient;
import java.util.Set;

/**
 * How the rest of an order is bought, as the order was.
 *
 * @param codes the promotion codes the stores were sent
 * @param payTruecart whether any of it was paid to Truecart
 * @param without the stores that did not take it
 * @param shortage what was chosen for the case that a store has too few
 */
public record RestTerms(
        Recipient recipient,
        Set<String> codes,
        boolean payTruecart,
        Set<StoreId> without,
        ShortagePolicy shortage) {
    public RestTerms {
        codes = Set.copyOf(codes);
        without = Set.copyOf(without);
    }
}
