package com.truecart.sandbox.gateway;

/**
 * A coupon on one product.
 *
 * @param threshold what the units must cost together, in fen
 * @param off what it takes off then, once, in fen
 */
public record Voucher(long threshold, long off) {}
