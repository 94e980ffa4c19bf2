package com.truecart.realshops.vendure;

/**
 * A promotion of the shop.
 *
 * @param id the shop's number for it; among promotions of equal priority the lower comes first
 * @param terms what it says
 */
public record Promotion(long id, PromotionTerms terms) {}
