package com.truecart.app.payment;

import com.truecart.app.payment.PaymentState.Closed;
import com.truecart.app.payment.PaymentState.Taken;
import com.truecart.payment.PaymentProvider;
import com.truecart.payment.PaymentRefused;
import com.truecart.payment.Refund;
import com.truecart.payment.RefundStanding;
import com.truecart.payment.Standing;
import com.truecart.spi.UpstreamException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Asks the provider to move money, as often as it takes until the provider's record agrees. A
 * provider that refuses did nothing; then its record decides.
 */
@Component
class Mover {
    private static final Logger LOG = LoggerFactory.getLogger(Mover.class);

    private final PaymentRecord record;
    private final MoveRecord moves;
    private final Clock clock;

    Mover(PaymentRecord record, MoveRecord moves, Clock clock) {
        this.record = record;
        this.moves = moves;
        this.clock = clock;
    }

    /** Asks once; whether the move has come to its end, done or surely not to be done. */
    boolean perform(PaymentProvider provider, Payment payment, Move move) {
        return switch (move.kind()) {
            case CAPTURE -> capture(provider, payment, move);
            case RELEASE -> release(provider, payment, move);
            case REFUND -> refund(provider, payment, move);
        };
    }

    private boolean capture(PaymentProvider provider, Payment payment, Move move) {
        Optional<Payment> now;
        String refusal = "";
        try {
            now =
                    applied(
                            payment,
                            Optional.of(provider.capture(payment.reference(), move.amount())));
        } catch (PaymentRefused refused) {
            refusal = String.valueOf(refused.getMessage());
            Optional<Standing> known = provider.find(payment.reference());
            if (known.isEmpty()) {
                // a hold is not given up because the provider's record could not be seen once
                throw new UpstreamException.Drifted(
                        "the provider refuses the capture, and does not show what is held: "
                                + refusal);
            }
            now = applied(payment, known);
        }
        if (now.isEmpty()) {
            // somebody else learnt of it meanwhile
            return false;
        }
        if (now.filter(one -> one.taken().compareTo(move.amount()) >= 0).isPresent()) {
            return ended(payment, move, true, "");
        }
        if (!refusal.isEmpty()) {
            LOG.error("{}: the provider refuses the capture: {}", move.reference(), refusal);
            return ended(payment, move, false, refusal);
        }
        // the hold lapsed before it was captured
        return now.filter(one -> one.state() instanceof Closed).isPresent()
                && ended(payment, move, false, "nothing is held any more");
    }

    private boolean release(PaymentProvider provider, Payment payment, Move move) {
        Optional<Payment> now;
        try {
            now = applied(payment, Optional.of(provider.release(payment.reference())));
        } catch (PaymentRefused _) {
            Optional<Standing> known = provider.find(payment.reference());
            if (known.isEmpty()) {
                return ended(payment, move, false, "the provider does not know of it yet");
            }
            now = applied(payment, known);
        }
        if (now.filter(one -> one.state() instanceof Closed).isPresent()) {
            return ended(payment, move, true, "");
        }
        return now.filter(one -> one.state() instanceof Taken).isPresent()
                && ended(payment, move, false, "it was paid already");
    }

    private boolean refund(PaymentProvider provider, Payment payment, Move move) {
        Refund refund =
                new Refund(
                        payment.reference(),
                        move.reference(),
                        move.amount(),
                        payment.taken(),
                        "not ordered, or given back by the store");
        Optional<RefundStanding> standing;
        String refusal = "";
        try {
            standing = Optional.of(provider.refund(refund));
        } catch (PaymentRefused refused) {
            refusal = String.valueOf(refused.getMessage());
            standing = provider.findRefund(refund);
        }
        if (standing.isEmpty()) {
            LOG.error("{}: the provider refuses the refund: {}", move.reference(), refusal);
            return ended(payment, move, false, refusal);
        }
        return switch (standing.get().state()) {
            case DONE -> ended(payment, move, true, standing.get().providerWord());
            case PROCESSING -> false;
            case FAILED -> {
                LOG.error(
                        "{}: the provider could not give back: {}",
                        move.reference(),
                        standing.get().providerWord());
                yield ended(payment, move, false, standing.get().providerWord());
            }
        };
    }

    private Optional<Payment> applied(Payment payment, Optional<Standing> standing) {
        return standing.flatMap(one -> record.apply(payment, one, clock.instant()));
    }

    private boolean ended(Payment payment, Move move, boolean done, String word) {
        Instant now = clock.instant();
        moves.end(payment, move, done, word, now);
        return true;
    }
}
