package com.truecart.app.order;

/**
 * What was learnt of a sub-order.
 *
 * @param version the sub-order's when the store was asked: where it is another by now, somebody
 *     learnt something meanwhile
 */
record Learnt(SubOrderEvent event, int version) {}
