package com.truecart.app.basket;

/**
 * Which stores a plan may use.
 *
 * @param onlyOrderable only those that take orders from us; otherwise the rest becomes a hand-off
 *     list
 */
public record PlanQuestion(BasketContents contents, boolean onlyOrderable) {}
