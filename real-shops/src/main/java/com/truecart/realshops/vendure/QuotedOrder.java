package com.truecart.realshops.vendure;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An order as the shop prices it after a change.
 *
 * @param subTotal the goods less all discounts
 * @param shipping shipping less its discounts
 * @param total both
 * @param couponCodes the codes it holds, also those without effect
 * @param promotionIds every promotion that held at some moment of the pricing, also without effect
 * @param discounts what was taken off, by promotion, shipping included
 * @param lines in the order in which they were priced, as far as the change was not adding lines
 * @param shippingLine the way it is sent, if chosen
 * @param taxes the tax summary
 */
public record QuotedOrder(
        TaxedAmount subTotal,
        TaxedAmount shipping,
        TaxedAmount total,
        List<String> couponCodes,
        Set<Long> promotionIds,
        List<QuotedDiscount> discounts,
        List<QuotedLine> lines,
        Optional<QuotedShipping> shippingLine,
        List<QuotedTax> taxes) {}
