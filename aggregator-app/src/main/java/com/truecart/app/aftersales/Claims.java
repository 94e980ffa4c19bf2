package com.truecart.app.aftersales;

import com.truecart.app.aftersales.Claim.By;
import com.truecart.app.aftersales.ClaimState.GivenBack;
import com.truecart.app.aftersales.ClaimState.Open;
import com.truecart.app.order.SoldParts.SoldLine;
import com.truecart.app.order.SoldParts.SoldPart;
import com.truecart.app.order.SubOrderId;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/** What shoppers ask of stores after an order, and what the desk does about it. */
@Service
public class Claims {
    private static final int MOST_WORDS = 2000;
    private static final int MOST_SHOWN = 200;

    private final ClaimRecord record;
    private final TermsRecord terms;
    private final RefundSimulator simulator;
    private final ClaimSettings settings;
    private final Clock clock;

    Claims(
            ClaimRecord record,
            TermsRecord terms,
            RefundSimulator simulator,
            ClaimSettings settings,
            Clock clock) {
        this.record = record;
        this.terms = terms;
        this.simulator = simulator;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * What is asked for.
     *
     * @param units by line number; at least one line
     * @param words the shopper's own; blank where none
     */
    public record Wish(
            ClaimKind kind, ClaimReason reason, Map<Integer, Integer> units, String words) {
        public Wish {
            units = Map.copyOf(units);
        }
    }

    /** A wish that cannot be taken as it is. */
    public static final class NotAllowed extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Problem problem;

        NotAllowed(Problem problem) {
            super(problem.name());
            this.problem = problem;
        }

        public Problem problem() {
            return problem;
        }
    }

    /** What is wrong with a wish. */
    public enum Problem {
        /** The state of the part does not allow it, by now. */
        NOT_NOW,
        /** No line is named. */
        NO_LINE,
        /** More units than were bought and not yet given back. */
        TOO_MANY,
        /** Too much text. */
        TOO_LONG,
        /** There is a claim about this part already. */
        ANOTHER_IS_RUNNING,
        /** What would come back is not what was shown. */
        CHANGED
    }

    /** How many units of each line are not given back yet, by line number. */
    public Map<Integer, Integer> claimable(SoldPart part) {
        Map<Integer, Integer> returned = returnedBefore(part.subOrder().id());
        Map<Integer, Integer> left = new HashMap<>();
        for (SoldLine line : part.lines()) {
            left.put(line.line(), line.quantity() - returned.getOrDefault(line.line(), 0));
        }
        return left;
    }

    /** All claims about a part, oldest first. */
    public List<Claim> about(SubOrderId part) {
        return record.about(part);
    }

    /**
     * What would come back, before anything is asked of the store.
     *
     * @throws NotAllowed where this cannot be asked for
     */
    public Simulation simulate(SoldPart part, Wish wish) {
        require(part, wish);
        if (!wish.kind().givesUnitsBack()) {
            return new Simulation.NoMoney();
        }
        Map<Integer, Integer> inAll = returnedBefore(part.subOrder().id());
        wish.units().forEach((line, units) -> inAll.merge(line, units, Integer::sum));
        return simulator.simulate(part, terms.find(part.subOrder().id()), inAll);
    }

    /**
     * Keeps the claim; the desk tells the store.
     *
     * @param agreed what the shopper was shown would come back
     * @throws NotAllowed where this cannot be asked for, or is not what was shown
     */
    public ClaimId make(SoldPart part, Wish wish, Simulation agreed) {
        Simulation now = simulate(part, wish);
        if (!now.equals(agreed)) {
            throw new NotAllowed(Problem.CHANGED);
        }
        Instant at = clock.instant();
        ClaimId id = new ClaimId(UUID.randomUUID());
        Claim claim =
                new Claim(
                        id,
                        part.subOrder().id(),
                        part.subOrder().order(),
                        part.shopper(),
                        wish.kind(),
                        wish.reason(),
                        wish.words().strip(),
                        wish.units(),
                        now,
                        part.subOrder().refunded(),
                        new Open(at),
                        0,
                        Optional.empty(),
                        0,
                        wish.kind().runsOut()
                                ? Optional.of(at.plus(settings.change()))
                                : Optional.empty(),
                        OptionalInt.empty(),
                        at,
                        at);
        try {
            record.insert(claim);
        } catch (DuplicateKeyException _) {
            throw new NotAllowed(Problem.ANOTHER_IS_RUNNING);
        }
        return id;
    }

    /** A claim of this shopper. */
    public Optional<Claim.Told> find(ClaimId id, UUID shopper) {
        return record.find(id)
                .filter(claim -> claim.shopper().equals(shopper))
                .map(claim -> new Claim.Told(claim, record.history(id)));
    }

    /** A claim, for the desk. */
    public Optional<Claim.Told> find(ClaimId id) {
        return record.find(id).map(claim -> new Claim.Told(claim, record.history(id)));
    }

    /** What the desk has to see to, the longest overdue first. */
    public List<Claim> queue() {
        return record.running(MOST_SHOWN);
    }

    /**
     * Something happened to a claim, or was decided about it.
     *
     * @return whether it moved; false where it must not happen, or somebody was first
     */
    public boolean apply(Claim claim, ClaimEvent event, By by) {
        if (event instanceof ClaimEvent.Escalates && wasAppealed(claim)) {
            // the judgement on an appeal is the last one, whatever came after it
            return false;
        }
        try {
            return record.apply(claim, event, by, clock.instant());
        } catch (DuplicateKeyException _) {
            // another claim about the same part is running by now
            return false;
        }
    }

    /** How the shopper found it was seen to, 1 to 5; what is still running is not rated. */
    public boolean rate(Claim claim, int rating) {
        if (claim.state().isRunning() || rating < 1 || rating > 5) {
            return false;
        }
        record.rate(claim.id(), rating);
        return true;
    }

    private boolean wasAppealed(Claim claim) {
        return record.history(claim.id()).stream().anyMatch(one -> one.kind().equals("appealed"));
    }

    private void require(SoldPart part, Wish wish) {
        if (!Allowed.in(part.subOrder().state()).kinds().contains(wish.kind())) {
            throw new NotAllowed(Problem.NOT_NOW);
        }
        if (wish.units().isEmpty()) {
            throw new NotAllowed(Problem.NO_LINE);
        }
        if (wish.words().length() > MOST_WORDS) {
            throw new NotAllowed(Problem.TOO_LONG);
        }
        Map<Integer, Integer> left = claimable(part);
        wish.units()
                .forEach((line, units) -> {
                    if (units < 1 || units > left.getOrDefault(line, 0)) {
                        throw new NotAllowed(Problem.TOO_MANY);
                    }
                });
        if (about(part.subOrder().id()).stream().anyMatch(claim -> claim.state().isRunning())) {
            throw new NotAllowed(Problem.ANOTHER_IS_RUNNING);
        }
    }

    private Map<Integer, Integer> returnedBefore(SubOrderId part) {
        Map<Integer, Integer> units = new HashMap<>();
        for (Claim claim : record.about(part)) {
            if (claim.kind().givesUnitsBack() && claim.state() instanceof GivenBack) {
                claim.units().forEach((line, some) -> units.merge(line, some, Integer::sum));
            }
        }
        return units;
    }
}
