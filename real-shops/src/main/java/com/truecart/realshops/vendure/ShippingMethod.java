package com.truecart.realshops.vendure;

import java.math.BigDecimal;

/**
 * A way to have an order sent, at a flat price, for any order.
 *
 * @param id the shop's number for it
 * @param code its name
 * @param listPrice cents, with or without tax as the shop's prices are at the time of a quote
 * @param taxRate percent
 */
public record ShippingMethod(long id, String code, long listPrice, BigDecimal taxRate) {}
