package com.truecart.app.basket;

/** The basket cannot take more; the change was not made. */
public final class BasketFullException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BasketFullException() {
        super(
                "a basket holds at most "
                        + Baskets.MOST_WANTS
                        + " wants and "
                        + Baskets.MOST_CODES
                        + " codes; remove one first");
    }
}
