package com.truecart.app.order;

/** Who is paid by the shopper for the order at one store. */
public enum MerchantOfRecord {
    /** The store itself, in its own way: nothing of it ever passes through us. */
    THE_STORE,
    /** Truecart, which pays the store. */
    TRUECART
}
