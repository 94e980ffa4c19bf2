package com.truecart.sandbox.pay;

import com.truecart.sandbox.pay.BookedPayment.BookedRefund;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The books of a provider that takes at once: one trade under each of the merchant's names, one
 * refund under each of the merchant's names for refunds. Guarded by itself.
 */
final class Trades implements Wallet {
    private final Clock clock;
    private final Consumer<Trade> telling;
    private final Map<String, Trade> trades = new LinkedHashMap<>();

    /** Where a trade stands. */
    enum Status {
        WAITING,
        PAID,
        CLOSED
    }

    /** A trade. */
    static final class Trade {
        final String reference;
        final String id;
        final String subject;
        final long amount;
        final String currency;
        final Instant until;
        final String notifyAt;
        final String comeBack;
        final List<Refund> refunds = new ArrayList<>();
        Status status = Status.WAITING;
        Optional<Instant> paidAt = Optional.empty();

        Trade(
                String reference,
                String id,
                String subject,
                long amount,
                String currency,
                Instant until,
                String notifyAt,
                String comeBack) {
            this.reference = reference;
            this.id = id;
            this.subject = subject;
            this.amount = amount;
            this.currency = currency;
            this.until = until;
            this.notifyAt = notifyAt;
            this.comeBack = comeBack;
        }

        long refunded() {
            return refunds.stream().mapToLong(Refund::amount).sum();
        }

        /** Whether this is the same trade, asked for again. */
        boolean isLike(Trade other) {
            return amount == other.amount
                    && currency.equals(other.currency)
                    && subject.equals(other.subject);
        }
    }

    /** Money given back. */
    record Refund(String reference, String id, long amount, Instant at) {}

    /** What cannot be done, by the name each provider has a word of its own for. */
    enum No {
        UNKNOWN,
        PAID,
        CLOSED,
        DIFFERENT,
        TOO_MUCH,
        NOT_PAID,
        NO_AUTH
    }

    /** A refusal. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final No no;

        Refused(No no) {
            super(no.name());
            this.no = no;
        }

        No no() {
            return no;
        }
    }

    /**
     * @param telling hears of each trade that was paid, closed or partly given back
     */
    Trades(Clock clock, Consumer<Trade> telling) {
        this.clock = clock;
        this.telling = telling;
    }

    synchronized Optional<Trade> find(String reference) {
        Optional<Trade> found = Optional.ofNullable(trades.get(reference));
        found.ifPresent(this::age);
        return found;
    }

    synchronized Trade known(String reference) {
        return find(reference).orElseThrow(() -> new Refused(No.UNKNOWN));
    }

    /** Begins a trade, or finds the same one begun before. */
    synchronized Trade begin(Trade wanted) {
        Optional<Trade> before = find(wanted.reference);
        if (before.isEmpty()) {
            trades.put(wanted.reference, wanted);
            return wanted;
        }
        switch (before.get().status) {
            case PAID -> throw new Refused(No.PAID);
            case CLOSED -> throw new Refused(No.CLOSED);
            case WAITING -> {
                if (!before.get().isLike(wanted)) {
                    throw new Refused(No.DIFFERENT);
                }
            }
        }
        return before.get();
    }

    @Override
    public Shown shown(String reference) {
        Trade trade = known(reference);
        return new Shown(
                trade.reference,
                trade.subject,
                trade.amount,
                trade.currency,
                trade.status,
                trade.comeBack);
    }

    @Override
    public synchronized void pay(String reference) {
        Trade trade = known(reference);
        if (trade.status != Status.WAITING) {
            throw new Refused(trade.status == Status.PAID ? No.PAID : No.CLOSED);
        }
        trade.status = Status.PAID;
        trade.paidAt = Optional.of(clock.instant());
        telling.accept(trade);
    }

    synchronized void close(String reference) {
        Trade trade = known(reference);
        if (trade.status != Status.WAITING) {
            throw new Refused(trade.status == Status.PAID ? No.PAID : No.CLOSED);
        }
        trade.status = Status.CLOSED;
        telling.accept(trade);
    }

    /** Gives back, once under each name; the same name again is the same refund. */
    synchronized Refund refund(String reference, String name, long amount) {
        Trade trade = known(reference);
        for (Refund refund : trade.refunds) {
            if (refund.reference().equals(name)) {
                if (refund.amount() != amount) {
                    throw new Refused(No.DIFFERENT);
                }
                return refund;
            }
        }
        if (trade.status != Status.PAID) {
            throw new Refused(No.NOT_PAID);
        }
        if (amount < 1 || amount > trade.amount - trade.refunded()) {
            throw new Refused(No.TOO_MUCH);
        }
        Refund made = new Refund(name, FreshName.of("r"), amount, clock.instant());
        trade.refunds.add(made);
        telling.accept(trade);
        return made;
    }

    synchronized List<BookedPayment> books() {
        return trades.values().stream().map(Trades::booked).toList();
    }

    /** The refund under this name, and its trade. */
    synchronized Map.Entry<Trade, Refund> ofRefund(String name) {
        for (Trade trade : trades.values()) {
            for (Refund refund : trade.refunds) {
                if (refund.reference().equals(name)) {
                    return Map.entry(trade, refund);
                }
            }
        }
        throw new Refused(No.UNKNOWN);
    }

    private void age(Trade trade) {
        if (trade.status == Status.WAITING && !trade.until.isAfter(clock.instant())) {
            trade.status = Status.CLOSED;
        }
    }

    static BookedPayment booked(Trade trade) {
        return new BookedPayment(
                trade.reference,
                trade.id,
                trade.status.name(),
                trade.currency,
                trade.amount,
                0,
                trade.paidAt.isPresent() ? trade.amount : 0,
                trade.refunded(),
                trade.refunds.stream()
                        .map(refund ->
                                new BookedRefund(
                                        refund.reference(), refund.id(), "DONE", refund.amount()))
                        .toList());
    }
}
