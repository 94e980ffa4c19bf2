package com.truecart.app.catalog;

import java.util.List;

/** Something about these products' offers, or the promotions on them, is new on the record. */
public record ProductsChanged(List<ProductId> products) {
    public ProductsChanged {
        products = List.copyOf(products);
    }
}
