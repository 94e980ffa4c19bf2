package com.truecart.realshops.vendure;

import java.math.BigDecimal;
import java.util.List;

/**
 * A line as the shop prices it.
 *
 * @param taxRate percent
 * @param unit a unit at its list price
 * @param line all units at their list price
 * @param discountedUnit a unit less the discounts of lines
 * @param discountedLine all units less the discounts of lines
 * @param proratedUnit a unit less all discounts; times the quantity it need not be the line
 * @param proratedLine all units less all discounts: what these units cost in this order
 * @param discounts what was taken off, by promotion
 */
public record QuotedLine(
        long variantId,
        int quantity,
        BigDecimal taxRate,
        TaxedAmount unit,
        TaxedAmount line,
        TaxedAmount discountedUnit,
        TaxedAmount discountedLine,
        TaxedAmount proratedUnit,
        TaxedAmount proratedLine,
        List<QuotedDiscount> discounts) {}
