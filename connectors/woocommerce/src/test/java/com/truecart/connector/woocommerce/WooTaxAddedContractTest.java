package com.truecart.connector.woocommerce;

import com.truecart.model.Money;
import com.truecart.sandbox.woo.WooPolicy;

/** A shop that shows its prices without tax, and sends two parcels. */
class WooTaxAddedContractTest extends WooContract {
    private static final int PERCENT = 19;

    @Override
    WooPolicy policy() {
        return WooPolicy.plain().with(WooPolicy.Tax.ADDED, PERCENT).inTwoParcels();
    }

    @Override
    protected Money payable() {
        long goods = 2 * second().price() + first().price();
        long delivery = goods >= FREE_FROM ? 0 : 2 * DELIVERY;
        return hkd(goods + tax(goods) + delivery + tax(delivery));
    }

    /** Rounded half up. */
    private static long tax(long amount) {
        return (amount * PERCENT + 50) / 100;
    }
}
