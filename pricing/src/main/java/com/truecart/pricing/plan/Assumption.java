package com.truecart.pricing.plan;

/** Something a plan's total takes for granted because nobody has stated it. */
public sealed interface Assumption {

    /**
     * The store states no delivery terms in the plan's currency, so its fee is not in the total.
     */
    record DeliveryNotIncluded(String storeId) implements Assumption {}

    /** The store does not say whether it has this; it is counted on. */
    record AvailabilityNotStated(String storeId, String wantId) implements Assumption {}
}
