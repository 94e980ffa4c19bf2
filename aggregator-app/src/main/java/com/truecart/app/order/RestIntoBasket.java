package com.truecart.app.order;

import com.truecart.app.basket.Baskets;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts what no store delivers into the basket again: each line once, from however many windows, and
 * all that is left to decide about or none of it.
 */
@Service
public class RestIntoBasket {
    private final Rests rests;
    private final Baskets baskets;
    private final TransactionTemplate transaction;

    RestIntoBasket(Rests rests, Baskets baskets, TransactionTemplate transaction) {
        this.rests = rests;
        this.baskets = baskets;
        this.transaction = transaction;
    }

    /** What came of it. */
    public enum Outcome {
        /** They are in the basket. */
        PUT,
        /** Nothing of it was left to decide about: the basket is as it was. */
        DECIDED_BEFORE,
        /** The basket cannot hold all of it: it is as it was, and nothing is decided. */
        BASKET_FULL
    }

    /** Puts these in, as far as nobody has decided about them meanwhile. */
    public Outcome put(UUID shopper, Collection<RestLine> lines) {
        try {
            return Objects.requireNonNull(transaction.execute(_ -> take(shopper, lines)));
        } catch (Baskets.Full _) {
            return Outcome.BASKET_FULL;
        }
    }

    private Outcome take(UUID shopper, Collection<RestLine> lines) {
        // all decided before any is put in: who waits for the basket waits for no line any more
        List<RestLine> taken = rests.leaveOut(lines);
        taken.forEach(line -> baskets.add(shopper, line.product(), line.quantity()));
        return taken.isEmpty() ? Outcome.DECIDED_BEFORE : Outcome.PUT;
    }
}
