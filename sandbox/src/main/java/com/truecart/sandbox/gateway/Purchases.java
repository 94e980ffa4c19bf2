package com.truecart.sandbox.gateway;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What people bought after coming by a link, as a platform shows it to whoever made the link. */
public final class Purchases {
    private final List<Purchase> purchases = new ArrayList<>();
    private Runnable meanwhile = () -> {};

    /**
     * One line of an order.
     *
     * @param number the platform's number
     * @param paid in fen
     * @param echoed what the link carried; empty where nothing
     * @param status the platform's own code
     * @param changedAt when it last changed
     */
    public record Purchase(
            long number,
            Goods goods,
            int quantity,
            long paid,
            String echoed,
            int status,
            Instant orderedAt,
            Instant changedAt) {

        /** The same with another status since then. */
        public Purchase now(int other, Instant at) {
            return new Purchase(number, goods, quantity, paid, echoed, other, orderedAt, at);
        }
    }

    /** Somebody buys, or what was bought changes: the same number again. */
    public synchronized void put(Purchase purchase) {
        purchases.removeIf(one -> one.number() == purchase.number());
        purchases.add(purchase);
    }

    /** Lets something happen once, after the next page was read and before the one behind it. */
    public synchronized void afterNextPage(Runnable happening) {
        meanwhile = happening;
    }

    /** What changed in a window, its end included, oldest change first. */
    synchronized List<Purchase> changed(Instant from, Instant to) {
        return purchases.stream()
                .filter(one -> !one.changedAt().isBefore(from) && !one.changedAt().isAfter(to))
                .sorted(
                        Comparator.comparing(Purchase::changedAt)
                                .thenComparingLong(Purchase::number))
                .toList();
    }

    /** A page was read. */
    synchronized void pageRead() {
        Runnable happening = meanwhile;
        meanwhile = () -> {};
        happening.run();
    }
}
