package com.truecart.app.checkout;

import com.truecart.app.basket.PlanChoice;
import com.truecart.app.catalog.ProductId;
import com.truecart.app.order.OrderId;
import com.truecart.app.order.RestLine;
import com.truecart.spi.Recipient;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * One way through the till: who receives it, what the stores ask, and whether the shopper agreed.
 *
 * @param choice which plan it buys
 * @param rest the lines of an earlier order that it buys; empty where it buys the basket
 * @param codes tried at every store
 * @param payTruecart whether the shopper wants to pay Truecart, where a store lets us pay it
 */
public record Checkout(
        CheckoutId id,
        UUID shopper,
        PlanChoice choice,
        List<RestLine> rest,
        Set<String> codes,
        Recipient recipient,
        boolean payTruecart,
        Proposal proposal,
        boolean confirmed,
        Instant quotedAt) {
    public Checkout {
        rest = List.copyOf(rest);
        codes = Set.copyOf(codes);
    }

    /** The order whose rest it buys. */
    public Optional<OrderId> restOf() {
        return rest.stream().map(RestLine::order).findFirst();
    }

    /** What of the rest the stores would sell. */
    public List<RestLine> restBought() {
        Set<ProductId> quoted =
                proposal.quoted().stream()
                        .flatMap(quote -> quote.lines().stream())
                        .map(Proposal.Line::product)
                        .collect(Collectors.toSet());
        return rest.stream().filter(line -> quoted.contains(line.product())).toList();
    }

    /** What of the rest no store would sell now: it stays to be decided about. */
    public List<RestLine> restMissing() {
        List<RestLine> bought = restBought();
        return rest.stream().filter(line -> !bought.contains(line)).toList();
    }
}
