package com.truecart.app.payment;

import com.truecart.model.Money;
import java.util.List;
import java.util.Optional;

/**
 * How an order is paid through us, for people.
 *
 * @param tries all of them, the oldest first
 * @param capturedEarly whether money was taken while a part of the order was in doubt, because the
 *     hold was about to lapse: for that part nothing was taken
 */
public record PaymentView(Bill bill, List<Payment> tries, boolean capturedEarly) {
    public PaymentView {
        tries = List.copyOf(tries);
    }

    /** The try that paid it. */
    public Optional<Payment> paying() {
        return tries.stream().filter(bill::isPaidBy).findFirst();
    }

    /** The try that is going on, or the one that was not paid last; nothing before the first. */
    public Optional<Payment> latest() {
        return tries.isEmpty() ? Optional.empty() : Optional.of(tries.getLast());
    }

    /** Changes whenever the shopper would be told something else. */
    public String mark() {
        return bill.state()
                + latest().map(one ->
                                "-"
                                        + one.reference()
                                        + "-"
                                        + one.version()
                                        + (one.failures() > 0 ? "-silent" : ""))
                        .orElse("");
    }

    /** Whether the shopper can and has to pay. */
    public boolean isOpen() {
        return bill.state() == Bill.State.OPEN;
    }

    /**
     * Whether it is called off, or its time is over, and only a provider's word is waited for: it
     * may have been paid there.
     */
    public boolean isEnding() {
        return isOpen() && latest().filter(Payment::givenUp).isPresent();
    }

    /** What was taken and not given back of it, over all tries. */
    public Money kept() {
        return sum(tries.stream().map(one -> one.taken().minus(one.refunded())).toList());
    }

    /** What providers hold, over all tries. */
    public Money held() {
        return sum(tries.stream().map(Payment::held).toList());
    }

    /** What came back to the shopper of what was taken, over all tries. */
    public Money refunded() {
        return sum(tries.stream().map(Payment::refunded).toList());
    }

    /** What was taken in all, over all tries. */
    public Money taken() {
        return sum(tries.stream().map(Payment::taken).toList());
    }

    private Money sum(List<Money> amounts) {
        return amounts.stream().reduce(Money.zero(bill.amount().currency()), Money::plus);
    }
}
