package com.truecart.app.payment;

import com.truecart.model.Money;
import java.util.Currency;

/**
 * What may be kept of the money an order was paid with, as far as is known now.
 *
 * @param atLeast what surely may: stores have ordered and charged it
 * @param atMost what may become of it: what stores may still turn out to have, at what was agreed
 */
public record Due(Money atLeast, Money atMost) {
    public Due {
        if (atLeast.isNegative() || atLeast.compareTo(atMost) > 0) {
            throw new IllegalArgumentException(
                    "atLeast: between nothing and " + atMost + ", is " + atLeast);
        }
    }

    /** Nothing at all. */
    public static Due nothing(Currency currency) {
        return new Due(Money.zero(currency), Money.zero(currency));
    }

    /** Whether nothing can change it but a store that gives money back or calls off. */
    public boolean isSettled() {
        return atLeast.equals(atMost);
    }

    /** Both together. */
    public Due plus(Due other) {
        return new Due(atLeast.plus(other.atLeast), atMost.plus(other.atMost));
    }
}
