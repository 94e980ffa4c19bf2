package com.truecart.pricing.plan;

import com.truecart.model.Money;
import java.util.List;

/**
 * What was passed over for a plan, and what it would cost: each change by itself, all else as
 * planned and every promotion and fee worked out anew.
 *
 * @param wants by want, in the order of the list: the next best place for it
 * @param stores stores the plan does not buy from, the nearest miss first
 */
public record Alternatives(List<Elsewhere> wants, List<OtherStore> stores) {
    public Alternatives {
        wants = List.copyOf(wants);
        stores = List.copyOf(stores);
    }

    /**
     * Buying one want at another store.
     *
     * @param more what the whole plan then costs more; not above nothing where that is as good
     */
    public record Elsewhere(String wantId, String storeId, Money more) {}

    /**
     * Buying something at a store the plan leaves out.
     *
     * @param wantId what would cost least to buy there
     * @param more what the whole plan then costs more
     */
    public record OtherStore(String storeId, String wantId, Money more) {}
}
