package com.truecart.app.basket;

/**
 * What to plan, and within which limits.
 *
 * @param onlyOrderable only stores that take orders from us; otherwise the rest becomes a hand-off
 *     list
 */
public record PlanQuestion(BasketContents contents, boolean onlyOrderable, PlanWishes wishes) {

    /** A question without wishes. */
    public PlanQuestion(BasketContents contents, boolean onlyOrderable) {
        this(contents, onlyOrderable, PlanWishes.NONE);
    }
}
