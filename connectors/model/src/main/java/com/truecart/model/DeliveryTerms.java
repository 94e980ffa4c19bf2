package com.truecart.model;

import java.util.Optional;

/**
 * What a store states about its delivery fee, before any quote.
 *
 * @param fee for one parcel of an order
 * @param freeFrom goods total (after goods promotions) from which the fee falls away, where the
 *     store states one
 */
public record DeliveryTerms(Money fee, Optional<Money> freeFrom) {
    public DeliveryTerms {
        if (fee.isNegative()) {
            throw new IllegalArgumentException("fee: must not be negative, is " + fee);
        }
    }

    /** The fee for goods of this total. */
    public Money feeFor(Money goods) {
        return freeFrom.isPresent() && goods.compareTo(freeFrom.get()) >= 0
                ? Money.zero(fee.currency())
                : fee;
    }
}
