package com.truecart.pricing;

import com.truecart.model.Promotion;
import java.util.List;

/**
 * A lower price per unit that needs something the shopper has not confirmed or not put in the cart.
 *
 * @param promotion the promotion it hangs on
 * @param needs what is missing, in the order to clear it; never empty
 * @param price the price once that is so; its quantity may be larger than what was asked for
 */
public record WayToPayLess(Promotion promotion, List<Verdict> needs, EffectivePrice price) {
    public WayToPayLess {
        if (needs.isEmpty()) {
            throw new IllegalArgumentException("a way to pay less needs something");
        }
        needs = List.copyOf(needs);
    }
}
