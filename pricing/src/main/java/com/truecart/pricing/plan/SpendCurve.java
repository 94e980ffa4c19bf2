package com.truecart.pricing.plan;

import com.truecart.model.Money;
import com.truecart.pricing.plan.model.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.function.LongUnaryOperator;

/**
 * What an order costs by how much its lines cost before promotions on the order: pieces, on each of
 * which a fixed amount and at most one share come off. Exact to the cent. Immutable.
 *
 * @param pieces steps that follow each other without a gap
 */
record SpendCurve(List<Step> pieces) {

    /** More pieces than this are not followed. */
    private static final int MOST_PIECES = 2_000;

    SpendCurve {
        pieces = List.copyOf(pieces);
    }

    /** Nothing comes off. */
    static SpendCurve flat(long mostSpend) {
        return new SpendCurve(List.of(new Step(0, mostSpend, 0, 0, 0, 0, Step.NO_END)));
    }

    /** What is left of the goods at this spend. */
    long goods(long spend) {
        return spend - pieceAt(spend).goodsOffAt(spend);
    }

    private Step pieceAt(long spend) {
        for (Step piece : pieces) {
            if (piece.covers(spend)) {
                return piece;
            }
        }
        throw new IllegalArgumentException("spend: " + spend + " is beyond the curve");
    }

    /**
     * The curve after a lane that takes the one promotion that saves most.
     *
     * @param isOfSpend whether thresholds look at the spend before all promotions on the order,
     *     else at what is left
     * @param isShareOfSpend whether shares are taken of that spend, else of what is left
     * @param halfPpm added before a share is rounded down
     * @return empty where it cannot be told in pieces
     */
    Optional<SpendCurve> best(
            List<Saving> savings, boolean isOfSpend, boolean isShareOfSpend, long halfPpm) {
        if (savings.isEmpty()) {
            return Optional.of(this);
        }
        List<Step> next = new ArrayList<>();
        for (Step piece : pieces) {
            for (Step part : split(piece, savings, isOfSpend)) {
                long looked = isOfSpend ? part.from() : part.from() - part.goodsOffAt(part.from());
                List<Saving> open =
                        savings.stream().filter(saving -> saving.from() <= looked).toList();
                if (!choose(part, open, isShareOfSpend, halfPpm, next)
                        || next.size() > MOST_PIECES) {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(new SpendCurve(next));
    }

    /** The piece cut wherever a threshold comes into reach. */
    private static List<Step> split(Step piece, List<Saving> savings, boolean isOfSpend) {
        List<Long> cuts =
                savings.stream()
                        .map(saving ->
                                isOfSpend
                                        ? saving.from()
                                        : first(
                                                piece,
                                                spend ->
                                                        spend - piece.goodsOffAt(spend)
                                                                >= saving.from()))
                        .distinct()
                        .sorted()
                        .toList();
        return cut(piece, cuts);
    }

    /** The piece cut at these spends, as far as they lie inside it. */
    static List<Step> cut(Step piece, List<Long> cuts) {
        List<Step> parts = new ArrayList<>();
        long from = piece.from();
        for (long cut : cuts) {
            if (cut > from && cut <= piece.to()) {
                parts.add(piece.between(from, cut - 1));
                from = cut;
            }
        }
        parts.add(piece.between(from, piece.to()));
        return parts;
    }

    /** The first spend of the piece for which something holds from then on; beyond it if none. */
    static long first(Step piece, LongPredicate holds) {
        long low = piece.from();
        long high = piece.to() + 1;
        while (low < high) {
            long middle = low + (high - low) / 2;
            if (holds.test(middle)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** An amount of something that grows with the spend, at which the fee may change. */
    record Cut(LongUnaryOperator grows, long amount) {}

    /**
     * The curve with a delivery fee that changes with the spend.
     *
     * @param fee what the order's fee starts from
     * @param cuts wherever it may change
     * @param feeAt what is to pay at this spend
     */
    SpendCurve withFee(long fee, List<Cut> cuts, LongUnaryOperator feeAt) {
        List<Step> next = new ArrayList<>();
        for (Step piece : pieces) {
            List<Long> spends =
                    cuts.stream()
                            .map(cut ->
                                    first(
                                            piece,
                                            spend ->
                                                    cut.grows().applyAsLong(spend) >= cut.amount()))
                            .distinct()
                            .sorted()
                            .toList();
            for (Step part : cut(piece, spends)) {
                next.add(
                        new Step(
                                part.from(),
                                part.to(),
                                part.goodsOff(),
                                fee - feeAt.applyAsLong(part.from()),
                                part.ratePpm(),
                                part.shiftPpm(),
                                Step.NO_END));
            }
        }
        return new SpendCurve(next);
    }

    /**
     * What a solver needs: pieces that take something off, each without an end where nothing beyond
     * takes off less.
     */
    List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        long leastBeyond = Step.NO_END;
        for (int i = pieces.size() - 1; i >= 0; i--) {
            Step piece = pieces.get(i);
            boolean isFixed = piece.ratePpm() == 0;
            boolean opens =
                    isFixed ? piece.offAt(piece.from()) <= leastBeyond : i == pieces.size() - 1;
            if (piece.offAt(piece.to()) > 0) {
                steps.add(opens ? piece.between(piece.from(), Step.NO_END) : piece);
            }
            leastBeyond = Math.min(leastBeyond, piece.offAt(piece.from()));
        }
        return withoutRepeats(steps.reversed());
    }

    private static List<Step> withoutRepeats(List<Step> steps) {
        List<Step> kept = new ArrayList<>();
        for (Step step : steps) {
            boolean isThere =
                    kept.stream()
                            .anyMatch(other ->
                                    other.to() >= step.to()
                                            && other.ratePpm() == 0
                                            && step.ratePpm() == 0
                                            && other.goodsOff() == step.goodsOff()
                                            && other.feeOff() == step.feeOff());
            if (!isThere) {
                kept.add(step);
            }
        }
        return kept;
    }

    private static boolean choose(
            Step part, List<Saving> open, boolean ofSpend, long halfPpm, List<Step> into) {
        Step rest = part;
        while (true) {
            Step here = rest;
            if (open.isEmpty()) {
                into.add(here);
                return true;
            }
            Saving best = most(here, open, here.from(), ofSpend, halfPpm);
            // an amount, a share and a share cut to its cap overtake each other once
            long until =
                    first(
                            here,
                            spend ->
                                    off(
                                                    here,
                                                    most(here, open, spend, ofSpend, halfPpm),
                                                    spend,
                                                    ofSpend,
                                                    halfPpm)
                                            != plain(here, best, spend, ofSpend, halfPpm));
            Optional<Step> more =
                    with(here.between(here.from(), until - 1), best, ofSpend, halfPpm);
            if (more.isEmpty() || until <= here.from() || into.size() > MOST_PIECES) {
                return false;
            }
            into.add(more.get());
            if (until > here.to()) {
                return true;
            }
            rest = here.between(until, here.to());
        }
    }

    private static Saving most(
            Step piece, List<Saving> open, long spend, boolean ofSpend, long halfPpm) {
        return open.stream()
                .max(
                        Comparator.comparingLong((Saving saving) ->
                                        off(piece, saving, spend, ofSpend, halfPpm))
                                // of two equal ones the share, and the higher, grows ahead
                                .thenComparingLong(Saving::ratePpm))
                .orElseThrow();
    }

    private static long off(Step piece, Saving saving, long spend, boolean ofSpend, long halfPpm) {
        long left = spend - piece.goodsOffAt(spend);
        return saving.off(ofSpend ? spend : left, left, halfPpm);
    }

    /** The same with the form the saving has where it starts: cut to its cap, to what is left. */
    private static long plain(
            Step piece, Saving saving, long spend, boolean ofSpend, long halfPpm) {
        return off(piece, formAt(piece, saving, ofSpend, halfPpm), spend, ofSpend, halfPpm);
    }

    /** At its cap a share is an amount; where an amount exceeds what is left it is all of that. */
    private static Saving formAt(Step piece, Saving saving, boolean ofSpend, long halfPpm) {
        long spend = piece.from();
        long left = spend - piece.goodsOffAt(spend);
        long off = off(piece, saving, spend, ofSpend, halfPpm);
        if (saving.ratePpm() > 0 && off == saving.cap()) {
            return Saving.ofAmount(saving.from(), saving.cap());
        }
        if (saving.ratePpm() == 0 && saving.amount() > left) {
            return Saving.ofRate(saving.from(), Money.PPM, Step.NO_END);
        }
        return saving.ratePpm() > 0
                ? Saving.ofRate(saving.from(), saving.ratePpm(), Step.NO_END)
                : saving;
    }

    private static Optional<Step> with(Step piece, Saving best, boolean ofSpend, long halfPpm) {
        Saving form = formAt(piece, best, ofSpend, halfPpm);
        if (form.ratePpm() == 0) {
            return Optional.of(
                    new Step(
                            piece.from(),
                            piece.to(),
                            piece.goodsOff() + form.amount(),
                            piece.feeOff(),
                            piece.ratePpm(),
                            piece.shiftPpm(),
                            Step.NO_END));
        }
        boolean isMoreThanLeft = ofSpend && form.ratePpm() == Money.PPM;
        if (piece.ratePpm() > 0 || isMoreThanLeft) {
            return Optional.empty();
        }
        long shift = (ofSpend ? 0 : -piece.goodsOff() * form.ratePpm()) + halfPpm - Money.PPM / 2;
        return Optional.of(
                new Step(
                        piece.from(),
                        piece.to(),
                        piece.goodsOff(),
                        piece.feeOff(),
                        form.ratePpm(),
                        shift,
                        Step.NO_END));
    }
}
