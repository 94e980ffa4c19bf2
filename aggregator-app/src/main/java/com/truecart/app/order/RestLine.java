package com.truecart.app.order;

import com.truecart.app.catalog.ProductId;
import com.truecart.model.Localized;

/**
 * A line of an order that no store delivers and nobody has decided about yet.
 *
 * @param line its number within the part
 * @param quantity how many units of it are wanted
 */
public record RestLine(
        OrderId order,
        SubOrderId part,
        int line,
        ProductId product,
        Localized title,
        int quantity) {

    /** The same where so many units are not wanted. */
    RestLine without(int units) {
        return new RestLine(order, part, line, product, title, quantity - units);
    }
}
