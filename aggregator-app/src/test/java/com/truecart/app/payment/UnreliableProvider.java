package com.truecart.app.payment;

import com.truecart.model.Money;
import com.truecart.payment.PaymentProvider;
import com.truecart.payment.PaymentRefused;
import com.truecart.payment.PaymentRequest;
import com.truecart.payment.Refund;
import com.truecart.payment.RefundStanding;
import com.truecart.payment.Standing;
import com.truecart.payment.Standing.Decline;
import com.truecart.payment.Standing.Reason;
import com.truecart.spi.Delivery;
import com.truecart.spi.UpstreamException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A payment provider that loses answers, works late, is down and sees us killed, with books of its
 * own: the only witness of what was really paid.
 */
public final class UnreliableProvider implements PaymentProvider {

    /** What the provider may do to a call. */
    public enum Mood {
        FINE,
        DROPS_AFTER_WORK,
        LATE,
        FAILS_WITHOUT_WORK,
        IS_DOWN,
        THROTTLES,
        KILLS_US_BEFORE_WORK,
        KILLS_US_AFTER_WORK
    }

    /** The application is killed at this very moment. */
    public static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    private static final List<Mood> TROUBLES =
            List.copyOf(EnumSet.complementOf(EnumSet.of(Mood.FINE)));

    /**
     * Longer than authorisations hold at some, shorter than at most, so that some lapse in a run.
     */
    private static final Duration HOLDS_FOR = Duration.ofHours(36);

    private static final int MOST_LATE_SECONDS = 85;

    private enum State {
        OPEN,
        DECLINED,
        HELD,
        TAKEN,
        CLOSED
    }

    /** One payment in the provider's books. */
    private static final class Entry {
        private final Money amount;
        private final Instant until;
        private final Map<String, Money> refunds = new LinkedHashMap<>();
        private State state = State.OPEN;
        private Decline decline = new Decline(Reason.UNRECOGNISED, "");
        private Instant heldAt = Instant.MAX;
        private @Nullable Instant paidAt;
        private Money taken;

        Entry(PaymentRequest request) {
            amount = request.amount();
            until = request.until();
            taken = Money.zero(amount.currency());
        }

        Money refunded() {
            return refunds.values().stream().reduce(Money.zero(amount.currency()), Money::plus);
        }
    }

    private record Late(Instant at, Runnable work) {}

    private final Random random;
    private final Clock clock;
    private final int faultyPercent;
    private final boolean holds;
    private final Map<String, Entry> books = new LinkedHashMap<>();
    private final List<Late> underWay = new ArrayList<>();
    private final Map<Mood, Integer> moods = new EnumMap<>(Mood.class);
    private boolean letsNothingGo;
    private boolean losesSight;
    private boolean isBlind;

    /**
     * @param holds whether it holds money first; else it takes all of it at once
     */
    public UnreliableProvider(long seed, Clock clock, int faultyPercent, boolean holds) {
        random = new Random(seed);
        this.clock = clock;
        this.faultyPercent = faultyPercent;
        this.holds = holds;
    }

    public Map<Mood, Integer> moods() {
        return moods;
    }

    /** Whether it is down whenever something is to be released. */
    public void letsNothingGo(boolean isSo) {
        letsNothingGo = isSo;
    }

    /** Whether it knows nothing of a payment any more, from when that is to be captured. */
    public void losesSight(boolean isSo) {
        losesSight = isSo;
        isBlind = false;
    }

    /** Whether the shopper finds this payment here, to be paid. */
    public boolean canBePaid(String reference) {
        land();
        Entry entry = books.get(reference);
        return entry != null
                && (entry.state == State.OPEN || entry.state == State.DECLINED)
                && clock.instant().isBefore(entry.until);
    }

    /** The shopper pays here, if that is still possible. */
    public boolean pay(String reference) {
        if (!canBePaid(reference)) {
            return false;
        }
        Entry entry = entry(reference);
        entry.paidAt = clock.instant();
        if (holds) {
            entry.state = State.HELD;
            entry.heldAt = clock.instant();
        } else {
            entry.state = State.TAKEN;
            entry.taken = entry.amount;
        }
        return true;
    }

    /** The shopper tries to pay here and is declined. */
    public void decline(String reference, Reason reason) {
        if (canBePaid(reference)) {
            Entry entry = entry(reference);
            entry.state = State.DECLINED;
            entry.decline = new Decline(reason, "word_" + reason);
        }
    }

    /** What this provider took under this reference and did not give back. */
    public Money kept(String reference, Money nothing) {
        land();
        Entry entry = books.get(reference);
        return entry == null ? nothing : entry.taken.minus(entry.refunded());
    }

    /** What this provider took in all under this reference. */
    public Money taken(String reference, Money nothing) {
        Entry entry = books.get(reference);
        return entry == null ? nothing : entry.taken;
    }

    /** Whether money is still held under this reference. */
    public boolean holds(String reference) {
        land();
        Entry entry = books.get(reference);
        return entry != null && entry.state == State.HELD;
    }

    /** When the shopper paid; empty where never. */
    public Optional<Instant> paidAt(String reference) {
        return Optional.ofNullable(books.get(reference)).map(entry -> entry.paidAt);
    }

    @Override
    public Set<Ability> abilities() {
        return holds ? Set.of(Ability.HOLD, Ability.REDIRECT) : Set.of(Ability.SCAN);
    }

    @Override
    public Standing begin(PaymentRequest request) {
        run(() -> {
            if (clock.instant().isBefore(request.until())) {
                books.computeIfAbsent(request.reference(), _ -> new Entry(request));
            }
        });
        return find(request.reference())
                .orElseThrow(() -> new PaymentRefused("too_late", "its time is over"));
    }

    @Override
    public Optional<Standing> find(String reference) {
        land();
        if (random.nextInt(100) < faultyPercent / 4) {
            throw new UpstreamException.Unavailable("busy");
        }
        if (isBlind) {
            return Optional.empty();
        }
        return Optional.ofNullable(books.get(reference)).map(entry -> standing(reference, entry));
    }

    @Override
    public Standing capture(String reference, Money amount) {
        Entry entry = entry(reference);
        if (losesSight) {
            isBlind = true;
            throw new PaymentRefused("unknown", "there is no such payment");
        }
        if (entry.state != State.HELD && entry.state != State.TAKEN) {
            throw new PaymentRefused("not_held", "nothing is held");
        }
        if (amount.compareTo(entry.amount) > 0) {
            throw new PaymentRefused("too_much", "less is held");
        }
        run(() -> {
            if (entry.state == State.HELD) {
                entry.state = State.TAKEN;
                entry.taken = amount;
            }
        });
        return standing(reference, entry);
    }

    @Override
    public Standing release(String reference) {
        Entry entry = entry(reference);
        if (letsNothingGo) {
            throw new UpstreamException.Unavailable("down");
        }
        run(() -> {
            if (entry.state != State.TAKEN) {
                entry.state = State.CLOSED;
            }
        });
        return standing(reference, entry);
    }

    @Override
    public RefundStanding refund(Refund refund) {
        Entry entry = entry(refund.payment());
        Money left = entry.taken.minus(entry.refunded());
        if (!entry.refunds.containsKey(refund.reference()) && refund.amount().compareTo(left) > 0) {
            throw new PaymentRefused("too_much", "only " + left + " is left");
        }
        run(() -> entry.refunds.putIfAbsent(refund.reference(), refund.amount()));
        return new RefundStanding(
                refund.reference(), RefundStanding.State.DONE, refund.amount(), "given back");
    }

    @Override
    public Optional<RefundStanding> findRefund(Refund refund) {
        return Optional.ofNullable(entry(refund.payment()).refunds.get(refund.reference()))
                .map(amount ->
                        new RefundStanding(
                                refund.reference(),
                                RefundStanding.State.DONE,
                                amount,
                                "given back"));
    }

    /** Whoever knows the word speaks for this provider. */
    @Override
    public Heard hear(Delivery delivery) {
        return delivery.header("x-signature").filter("good"::equals).isPresent()
                ? new Heard.Hint(
                        delivery.header("x-event").orElseThrow(), delivery.body(), "success")
                : new Heard.Forged("wrong signature");
    }

    private Entry entry(String reference) {
        land();
        Entry entry = books.get(reference);
        if (entry == null) {
            throw new PaymentRefused("unknown", "no such payment");
        }
        return entry;
    }

    /** Does the work as the mood of the moment has it. */
    private void run(Runnable work) {
        land();
        Mood mood =
                random.nextInt(100) < faultyPercent
                        ? TROUBLES.get(random.nextInt(TROUBLES.size()))
                        : Mood.FINE;
        moods.merge(mood, 1, Integer::sum);
        switch (mood) {
            case FINE -> work.run();
            case DROPS_AFTER_WORK -> {
                work.run();
                throw new UpstreamException.Unanswered("connection closed");
            }
            case LATE -> {
                underWay.add(
                        new Late(
                                clock.instant().plusSeconds(1 + random.nextInt(MOST_LATE_SECONDS)),
                                work));
                throw new UpstreamException.Unanswered("no answer in 15 s");
            }
            case FAILS_WITHOUT_WORK -> throw new UpstreamException.Unanswered("500");
            case IS_DOWN -> throw new UpstreamException.Unavailable("no connection");
            case THROTTLES -> throw new UpstreamException.Throttled("slow down", Optional.empty());
            case KILLS_US_BEFORE_WORK -> throw new Killed();
            case KILLS_US_AFTER_WORK -> {
                work.run();
                throw new Killed();
            }
        }
    }

    /** What was under way arrives, and what is held too long is let go. */
    private void land() {
        Instant now = clock.instant();
        for (Late late : List.copyOf(underWay)) {
            if (!late.at().isAfter(now)) {
                underWay.remove(late);
                late.work().run();
            }
        }
        for (Entry entry : books.values()) {
            if (entry.state == State.HELD && !now.isBefore(entry.heldAt.plus(HOLDS_FOR))) {
                entry.state = State.CLOSED;
            }
        }
    }

    private Standing standing(String reference, Entry entry) {
        boolean held = entry.state == State.HELD;
        return new Standing(
                reference,
                Optional.of("P-" + reference),
                switch (entry.state) {
                    case OPEN ->
                            new Standing.State.AwaitingShopper(
                                    holds
                                            ? new Standing.Step.GoTo(
                                                    URI.create(
                                                            "https://provider.example/"
                                                                    + reference))
                                            : new Standing.Step.Scan("pay:" + reference));
                    case DECLINED -> new Standing.State.Declined(entry.decline);
                    case HELD -> new Standing.State.Held();
                    case TAKEN -> new Standing.State.Taken();
                    case CLOSED -> new Standing.State.Closed();
                },
                held ? entry.amount : Money.zero(entry.amount.currency()),
                entry.taken,
                entry.refunded(),
                held ? Optional.of(entry.heldAt.plus(HOLDS_FOR)) : Optional.empty(),
                clock.instant());
    }
}
