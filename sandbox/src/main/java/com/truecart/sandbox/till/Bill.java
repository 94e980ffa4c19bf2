package com.truecart.sandbox.till;

import java.util.List;

/**
 * A cart rung up, without delivery.
 *
 * @param reductions in the order in which they were taken
 */
public record Bill(List<CartLine> lines, List<Reduction> reductions, List<RefusedCode> refused) {

    /** Copies, and refuses a bill below nothing. */
    public Bill {
        lines = List.copyOf(lines);
        reductions = List.copyOf(reductions);
        refused = List.copyOf(refused);
        if (reductions.stream().anyMatch(r -> r.amount() <= 0)) {
            throw new IllegalArgumentException("A reduction reduces");
        }
    }

    /** The lines before anything is taken off, in cents. */
    public long subtotal() {
        return lines.stream().mapToLong(CartLine::subtotal).sum();
    }

    /** Everything taken off, in cents. */
    public long discount() {
        return reductions.stream().mapToLong(Reduction::amount).sum();
    }

    /** What the goods cost, in cents. */
    public long goods() {
        return subtotal() - discount();
    }

    /** What is taken off the line at this place, in cents. */
    public long lineDiscount(int line) {
        return reductions.stream()
                .filter(r -> !r.perLine().isEmpty())
                .mapToLong(r -> r.perLine().get(line))
                .sum();
    }
}
