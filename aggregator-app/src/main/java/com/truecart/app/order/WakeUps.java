package com.truecart.app.order;

/** Has an order looked after soon. Losing a wake-up loses nothing: the record says what is due. */
@FunctionalInterface
interface WakeUps {

    /** Soon after the caller's transaction has committed, where there is one; otherwise soon. */
    void soon(OrderId order);
}
