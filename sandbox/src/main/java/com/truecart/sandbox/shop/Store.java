package com.truecart.sandbox.shop;

import com.truecart.sandbox.store.BookedLine;
import com.truecart.sandbox.store.BookedOrder;
import com.truecart.sandbox.store.Delivery;
import com.truecart.sandbox.store.Offer;
import com.truecart.sandbox.store.OrderBook;
import com.truecart.sandbox.store.Shelf;
import com.truecart.sandbox.store.ShopTerms;
import com.truecart.sandbox.till.Bill;
import com.truecart.sandbox.till.CartLine;
import com.truecart.sandbox.till.Till;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** A shop behind its protocol. */
public final class Store implements AutoCloseable {
    private final ShopTerms terms;
    private final Shelf shelf;
    private final Till till;
    private final OrderBook book;
    private final Delivery delivery;
    private final ReentrantLock counter = new ReentrantLock();

    /** Opens the shop: what its journal says was sold is no longer on the shelf. */
    public Store(
            ShopTerms terms, Shelf shelf, Till till, Delivery delivery, Optional<Path> journal) {
        this.terms = terms;
        this.shelf = shelf;
        this.till = till;
        this.delivery = delivery;
        this.book = new OrderBook(journal.map(folder -> folder.resolve(terms.id() + ".jsonl")));
        for (BookedOrder order : book.orders()) {
            order.lines().forEach(line -> shelf.replay(line.sku(), line.quantity()));
        }
    }

    /** Does something while nobody else is served, so that checking and booking are one step. */
    public <T> T atTheCounter(Supplier<T> work) {
        counter.lock();
        try {
            return work.get();
        } finally {
            counter.unlock();
        }
    }

    /** The number of the next order; only at the counter is it still free when it is used. */
    public int nextNumber() {
        return 5001 + book.orders().size();
    }

    /** The lines of a bill as they go into the books. */
    public static List<BookedLine> booked(Bill bill) {
        List<BookedLine> lines = new ArrayList<>();
        for (int i = 0; i < bill.lines().size(); i++) {
            CartLine line = bill.lines().get(i);
            Offer offer = line.offer();
            lines.add(
                    new BookedLine(
                            offer.sku(),
                            offer.itemId(),
                            offer.product().name(),
                            line.quantity(),
                            offer.price(),
                            line.subtotal() - bill.lineDiscount(i)));
        }
        return lines;
    }

    /** This moment, by the sandbox's clock. */
    public Instant now() {
        return delivery.clock().instant();
    }

    /** Who the shop is. */
    public ShopTerms terms() {
        return terms;
    }

    /** What it has. */
    public Shelf shelf() {
        return shelf;
    }

    /** How it adds up. */
    public Till till() {
        return till;
    }

    /** What was ordered. */
    public OrderBook book() {
        return book;
    }

    /** Where its parcels are. */
    public Delivery delivery() {
        return delivery;
    }

    @Override
    public void close() {
        book.close();
    }
}
