package com.truecart.realshops.vendure;

import java.math.BigDecimal;

/**
 * What a promotion took off. The shop rounds these apart from the prices: their sum can be some
 * cents beside the difference of the prices.
 *
 * @param promotionId whose discount it is
 * @param net cents without tax, negative; a fraction where a promotion discounts lines and order
 * @param gross the same with tax
 */
public record QuotedDiscount(long promotionId, BigDecimal net, BigDecimal gross) {}
