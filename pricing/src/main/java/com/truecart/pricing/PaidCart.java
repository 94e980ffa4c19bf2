package com.truecart.pricing;

import java.util.List;

/**
 * A cart that was paid as it was priced.
 *
 * @param cart what was bought
 * @param shopper for whom it was priced
 * @param priced what was paid, line by line; refused where its lines are not those of the cart
 */
public record PaidCart(StoreCart cart, Shopper shopper, PricedCart priced) {
    public PaidCart {
        requireLinesOf(cart, priced);
    }

    static void requireLinesOf(StoreCart cart, PricedCart priced) {
        List<CartLine> lines = priced.lines().stream().map(PricedLine::line).toList();
        if (!lines.equals(cart.lines())) {
            throw new IllegalArgumentException("priced: its lines are not those of the cart");
        }
    }
}
