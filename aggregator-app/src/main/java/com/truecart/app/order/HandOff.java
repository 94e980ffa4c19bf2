package com.truecart.app.order;

import com.truecart.model.Localized;
import com.truecart.model.Money;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** What the shopper buys alone, at a store that takes no orders from us. */
public record HandOff(Localized store, List<Line> lines) {
    public HandOff {
        lines = List.copyOf(lines);
    }

    /**
     * One thing to buy there.
     *
     * @param price for all units, as the plan has it
     * @param page the listing's own page
     * @param way our own address that leads to a link of the store's, where it makes one
     */
    public record Line(
            Localized title, int quantity, Money price, Optional<URI> page, Optional<String> way) {}
}
