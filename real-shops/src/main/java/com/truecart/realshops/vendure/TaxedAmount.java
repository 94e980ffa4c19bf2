package com.truecart.realshops.vendure;

/**
 * An amount as the shop states it twice; each is rounded on its own.
 *
 * @param net cents without tax
 * @param gross cents with tax
 */
public record TaxedAmount(long net, long gross) {}
