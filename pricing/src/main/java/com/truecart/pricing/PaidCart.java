package com.truecart.pricing;

import com.truecart.model.Money;
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
        List<CartLine> lines = priced.lines().stream().map(PricedLine::line).toList();
        if (!lines.equals(cart.lines())) {
            throw new IllegalArgumentException("priced: its lines are not those of the cart");
        }
    }

    /** What so many units of a line were paid with, rounded down; all of them are the whole. */
    Money paidFor(PricedLine line, int units) {
        long paid = line.payable().minor();
        return new Money(
                Rates.portion(paid, units, line.line().quantity()), line.payable().currency());
    }
}
