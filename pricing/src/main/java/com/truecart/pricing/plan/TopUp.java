package com.truecart.pricing.plan;

import com.truecart.model.Money;
import com.truecart.pricing.OfferTerms;
import com.truecart.pricing.RefundPolicy;

/**
 * One thing more in a store's cart (凑单), and what that honestly does to what is paid.
 *
 * @param offer the thing that is added
 * @param units how many of it, at least 1
 * @param alone what those units would cost at this store in a cart of their own, delivery apart
 * @param before what the cart costs without them, delivery included where known
 * @param after what it costs with them
 * @param ifReturned what has been paid in the end where they are sent back and the store gives back
 *     their share of what was paid, see {@link RefundPolicy.Goods#SHARE_OF_PAID}
 */
public record TopUp(
        OfferTerms offer, int units, Money alone, Money before, Money after, Money ifReturned) {

    /**
     * What has been paid in the end where they are sent back and the store works out the kept goods
     * and their delivery anew: what the threshold gave is clawed back, as far as the refund goes.
     */
    public Money ifClawedBack() {
        return before.compareTo(after) < 0 ? before : after;
    }

    /** What they add to what is paid; negative where the whole gets cheaper. */
    public Money added() {
        return after.minus(before);
    }

    /** How much less they add than they cost alone; above nothing in every advice. */
    public Money saved() {
        return alone.minus(added());
    }

    /** Whether it pays even for somebody who does not want the thing at all. */
    public boolean paysForItself() {
        return after.compareTo(before) < 0;
    }
}
