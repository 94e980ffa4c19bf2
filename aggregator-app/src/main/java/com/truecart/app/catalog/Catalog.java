package com.truecart.app.catalog;

import com.truecart.model.Localized;
import com.truecart.model.Promotion;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reading the facts. Every method is a fixed number of queries, whatever the size of the answer.
 */
public interface Catalog {

    /**
     * The products with these ids, in their order; ids we do not know are left out. At most 500 at
     * once.
     */
    List<ProductFacts> products(Collection<ProductId> ids);

    default Optional<ProductFacts> product(ProductId id) {
        return products(List.of(id)).stream().findFirst();
    }

    /** The names of all stores that have, or had, an offer. */
    Map<StoreId, Localized> stores();

    /**
     * By connection, the moment as of which all is on record that it lists: what was last seen
     * before is listed no longer. Absent where a connection never says that it has listed
     * everything.
     */
    Map<String, Instant> completeAsOf();

    /** The store-wide promotions each of these connections states now. */
    Map<String, List<Promotion>> storePromotions(Collection<String> connectionIds);

    /**
     * What was observed for a product's offers since then, oldest first; of more than 20,000 rows
     * the newest.
     */
    List<PriceObservation> history(ProductId id, Instant since);

    /** Records what a quote showed, as a new observation beside what pulls saw. */
    void observe(PriceObservation seen);
}
