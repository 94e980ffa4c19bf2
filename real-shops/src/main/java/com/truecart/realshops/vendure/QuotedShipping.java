package com.truecart.realshops.vendure;

import java.math.BigDecimal;

/**
 * Shipping as the shop prices it.
 *
 * @param priceNet without tax before discounts; the only price that the shop does not round
 * @param priceGross cents with tax before discounts
 * @param discounted after discounts; negative if two promotions make it free
 */
public record QuotedShipping(BigDecimal priceNet, long priceGross, TaxedAmount discounted) {}
