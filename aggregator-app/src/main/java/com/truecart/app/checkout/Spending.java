package com.truecart.app.checkout;

import com.truecart.model.Money;

/**
 * How a shopper's own limit for this calendar month stands.
 *
 * @param limit what may be spent at most
 * @param spent what orders confirmed this month come to by now: as charged where that is known,
 *     else as agreed, without what came back
 */
public record Spending(Money limit, Money spent) {

    /** What is left of it; nothing where it is passed already. */
    public Money left() {
        Money left = limit.minus(spent);
        return left.isNegative() ? new Money(0, limit.currency()) : left;
    }

    /** Whether so much more stays within it. */
    public boolean allows(Money more) {
        return spent.plus(more).compareTo(limit) <= 0;
    }
}
