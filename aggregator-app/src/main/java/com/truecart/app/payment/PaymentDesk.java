package com.truecart.app.payment;

import com.truecart.app.payment.MoveRecord.Decided;
import com.truecart.app.payment.PaymentState.Beginning;
import com.truecart.app.payment.PaymentState.Closed;
import com.truecart.app.payment.PaymentState.Refused;
import com.truecart.payment.PaymentProvider;
import com.truecart.payment.PaymentRefused;
import com.truecart.payment.PaymentRequest;
import com.truecart.payment.Standing;
import com.truecart.spi.UpstreamException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Does the next thing for one try to pay, whatever state it is in: begins it, looks at it, moves
 * its money. Every step is committed before it is taken and safe to take twice, so that it can be
 * killed at any point and somebody else goes on.
 */
@Component
class PaymentDesk {
    /**
     * Longer than a step takes as a rule; a step that died is taken up again after it. Where one
     * takes longer, two at once do no harm: every call is safe to repeat, and every change fenced.
     */
    static final Duration LEASE = Duration.ofSeconds(30);

    /** How long after its time a bill waits for a provider that does not answer. */
    static final Duration GRACE = Duration.ofMinutes(10);

    /** How long a new try waits for an earlier one to be closed, once that was asked for. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** A request to begin that left so long ago does not arrive any more. */
    private static final Duration NO_LONGER_ARRIVES = Duration.ofMinutes(2);

    private static final Logger LOG = LoggerFactory.getLogger(PaymentDesk.class);

    private final PaymentRecord record;
    private final MoveRecord moves;
    private final Mover mover;
    private final Bills bills;
    private final PaymentAccounts accounts;
    private final PaidOrders orders;
    private final Clock clock;

    PaymentDesk(
            PaymentRecord record,
            MoveRecord moves,
            Mover mover,
            Bills bills,
            PaymentAccounts accounts,
            PaidOrders orders,
            Clock clock) {
        this.record = record;
        this.moves = moves;
        this.mover = mover;
        this.bills = bills;
        this.accounts = accounts;
        this.orders = orders;
        this.clock = clock;
    }

    /** Tries that are due now. */
    List<String> due(int atMost) {
        return record.takeDue(clock.instant(), LEASE, atMost);
    }

    /** Takes the due tries of one order forward, the oldest first, while the caller waits. */
    void advanceAll(UUID order) {
        record.takeDue(order, clock.instant(), LEASE).forEach(this::advance);
    }

    /** Ends the bills nobody paid in time. */
    void lapse(int atMost) {
        for (UUID order : bills.overdue(clock.instant(), atMost)) {
            lapse(order);
        }
    }

    /** Ends the bill of one order where its time is over. */
    void lapse(UUID order) {
        record.lapse(order, GRACE, clock.instant());
    }

    /** One step for one try. */
    void advance(String reference) {
        Optional<Payment> found = record.find(reference);
        if (found.isEmpty()) {
            return;
        }
        Payment payment = found.get();
        try {
            step(payment);
        } catch (UpstreamException e) {
            Instant now = clock.instant();
            LOG.info("Payment {} at {}: {}", reference, payment.account(), e.getMessage());
            record.failed(
                    payment,
                    Optional.ofNullable(e.getMessage()).orElse("no answer"),
                    now.plus(Pace.afterFailure(payment.failures())),
                    now);
        }
    }

    private void step(Payment payment) {
        if (payment.state() instanceof Beginning) {
            begin(payment);
            return;
        }
        Optional<Move> open = moves.open(payment);
        if (open.isPresent()) {
            move(payment, open.get());
        } else {
            look(payment);
        }
    }

    private void begin(Payment payment) {
        Instant now = clock.instant();
        if (payment.givenUp()) {
            beginNoMore(payment, now);
            return;
        }
        if (isInTheWay(payment, now)) {
            record.schedule(payment.reference(), Optional.of(now.plusSeconds(1)), now);
            return;
        }
        Bill bill = bills.find(payment.order()).orElseThrow();
        if (!record.sending(payment, now)) {
            record.schedule(payment.reference(), Optional.of(now), now);
            return;
        }
        Payment sent = record.find(payment.reference()).orElseThrow();
        try {
            Standing standing =
                    provider(sent)
                            .begin(
                                    new PaymentRequest(
                                            sent.reference(),
                                            sent.amount(),
                                            bill.subject(),
                                            sent.comeBack(),
                                            sent.notifyAt(),
                                            bill.until()));
            record.apply(sent, standing, clock.instant()).ifPresent(this::settle);
        } catch (PaymentRefused refused) {
            record.end(
                    sent,
                    new Refused(refused.code()),
                    String.valueOf(refused.getMessage()),
                    clock.instant());
            record.schedule(sent.reference(), Optional.empty(), clock.instant());
        }
    }

    /**
     * Whether an earlier try might still be paid: it is closed first. One that cannot be closed now
     * is not waited for long: should both be paid, the later one is given back.
     */
    private boolean isInTheWay(Payment payment, Instant now) {
        return now.isBefore(payment.createdAt().plus(PATIENCE))
                && record.ofOrder(payment.order()).stream()
                        .filter(other -> !other.reference().equals(payment.reference()))
                        .anyMatch(other -> other.givenUp() && !other.state().isOver());
    }

    /** Given up before the provider said anything: it may know of it, or come to. */
    private void beginNoMore(Payment payment, Instant now) {
        Optional<Standing> standing =
                payment.sentAt().isEmpty()
                        ? Optional.empty()
                        : provider(payment).find(payment.reference());
        if (standing.isPresent()) {
            record.apply(payment, standing.get(), now).ifPresent(this::settle);
            return;
        }
        Instant settled = payment.sentAt().map(sent -> sent.plus(NO_LONGER_ARRIVES)).orElse(now);
        if (now.isBefore(settled)) {
            record.schedule(payment.reference(), Optional.of(settled), now);
        } else {
            record.end(payment, new Closed(), "the provider never had it", now);
            record.schedule(payment.reference(), Optional.empty(), now);
        }
    }

    private void look(Payment payment) {
        Optional<Standing> standing = provider(payment).find(payment.reference());
        if (standing.isPresent()) {
            record.apply(payment, standing.get(), clock.instant()).ifPresent(this::settle);
        } else {
            notKnownYet(payment);
        }
    }

    /**
     * Some providers know of a payment only once the shopper came to it, and cannot close it before
     * either: it is over when its time is.
     */
    private void notKnownYet(Payment payment) {
        Instant now = clock.instant();
        if (payment.state().hasMoney()) {
            throw new UpstreamException.Drifted(
                    "the provider knows no " + payment.reference() + " any more");
        }
        // not the bill's end: that may have been called off, and the code can be paid all the same
        Instant over = payment.createdAt().plus(PaymentSettings.LONGEST).plus(NO_LONGER_ARRIVES);
        if (now.isBefore(over)) {
            record.schedule(
                    payment.reference(), Optional.of(Pace.waiting(payment.createdAt(), now)), now);
        } else {
            record.end(payment, new Closed(), "the shopper never came to the provider", now);
            record.schedule(payment.reference(), Optional.empty(), now);
        }
    }

    /** What follows from where it stands now. */
    private void settle(Payment payment) {
        Instant now = clock.instant();
        Bill bill = bills.find(payment.order()).orElseThrow();
        boolean pays = bill.isPaidBy(payment);
        if (!payment.state().hasMoney() && !payment.givenUp() && bill.state() == Bill.State.OPEN) {
            record.schedule(
                    payment.reference(), Optional.of(Pace.waiting(payment.createdAt(), now)), now);
            return;
        }
        Due due = pays ? orders.due(payment.order()) : Due.nothing(payment.amount().currency());
        switch (moves.decide(payment, due, now)) {
            case Decided.Moves asked -> move(payment, asked.move());
            case Decided.Waits waits -> record.schedule(payment.reference(), waits.until(), now);
            case Decided.Overtaken _ ->
                    record.schedule(payment.reference(), Optional.of(now.plusSeconds(1)), now);
        }
    }

    private void move(Payment payment, Move move) {
        boolean ended = mover.perform(provider(payment), payment, move);
        Instant now = clock.instant();
        record.schedule(payment.reference(), Optional.of(ended ? now : move.nextAsking(now)), now);
    }

    private PaymentProvider provider(Payment payment) {
        PaymentProvider provider = accounts.open(payment.account());
        payment.providerId().ifPresent(id -> provider.remember(payment.reference(), id));
        return provider;
    }
}
