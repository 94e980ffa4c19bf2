package com.truecart.pricing.plan;

import com.truecart.model.Money;

/** Something a plan's total takes for granted because nobody has stated it. */
public sealed interface Assumption {

    /**
     * The store states no delivery terms in the plan's currency, so its fee is not in the total.
     */
    record DeliveryNotIncluded(String storeId) implements Assumption {}

    /**
     * The store takes no order this small; as things are, the plan cannot be bought.
     *
     * @param missing how much more the goods there would have to come to
     */
    record BelowMinimum(String storeId, Money missing) implements Assumption {}

    /** The store does not say whether it has this; it is counted on. */
    record AvailabilityNotStated(String storeId, String wantId) implements Assumption {}
}
