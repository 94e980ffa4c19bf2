package com.truecart.pricing;

/**
 * Why a promotion is not in the price, and whose it is.
 *
 * @param store the store, or {@link Positions#EVERY_STORE}
 */
record Told(int store, NotApplied what) {}
