package com.truecart.realshops.vendure;

/**
 * So many units of a variant.
 *
 * @param variantId the variant
 * @param quantity units, from 1; the shop takes 999 in all of an order
 */
public record BasketLine(long variantId, int quantity) {}
