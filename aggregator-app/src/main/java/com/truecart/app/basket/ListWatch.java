package com.truecart.app.basket;

import com.truecart.model.Money;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A list somebody waits to cost less: planned anew whenever something about its products changes.
 *
 * @param contents the list as it was when the watch was set
 * @param below at this amount or less the shopper is told
 * @param seen what the list came to when it was last planned; empty before the first time
 * @param reachedAt since when it costs no more than {@code below}, without a break
 */
public record ListWatch(
        UUID id,
        UUID shopper,
        BasketContents contents,
        boolean onlyOrderable,
        PlanWishes wishes,
        Money below,
        Optional<Seen> seen,
        Optional<Instant> reachedAt) {

    /**
     * What the cheapest plan came to.
     *
     * @param missing how many wants it left out; with any, nothing is reached
     */
    public record Seen(Money total, int stores, int missing, Instant at) {}
}
