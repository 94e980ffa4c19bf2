package com.truecart.app.order;

import com.truecart.app.catalog.ProductId;
import com.truecart.model.Localized;

/**
 * A line of an order that no store delivers and nobody has decided about yet.
 *
 * @param line its number within the part
 */
public record RestLine(
        OrderId order,
        SubOrderId part,
        int line,
        ProductId product,
        Localized title,
        int quantity) {}
