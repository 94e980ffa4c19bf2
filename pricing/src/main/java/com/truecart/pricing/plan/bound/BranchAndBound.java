package com.truecart.pricing.plan.bound;

import com.truecart.pricing.plan.Budget;
import com.truecart.pricing.plan.model.PlanModel;
import com.truecart.pricing.plan.model.RuledOut;
import com.truecart.pricing.plan.model.Selection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.ToLongFunction;

/**
 * Finds a bound below all choices of a model and divides them, the part with the least bound first,
 * until none is left that may hold a better one. Not for several threads.
 */
public final class BranchAndBound {
    /** Bounds are sums of many numbers; costs are whole. */
    static final double ROUNDING = 1e-3;

    /** A part takes some kilobytes. */
    private static final int MOST_PARTS = 20_000;

    private final Relaxation relaxation;
    private final Rounding rounding;
    private final ToLongFunction<Selection> improve;
    private final PriorityQueue<Node> open =
            new PriorityQueue<>(Comparator.comparingDouble(Node::bound));
    private final Guide guide;
    private long upper;
    private boolean hasBegun;

    private BranchAndBound(
            PlanModel model, Relaxation relaxation, ToLongFunction<Selection> improve, long upper) {
        this.relaxation = relaxation;
        this.rounding = new Rounding(model, relaxation);
        this.improve = improve;
        this.guide = new Guide(relaxation.parts().length);
        this.upper = upper;
    }

    /**
     * Empty where the model has parts this knows nothing of: takes bought in part, several slots at
     * one store, shares of the spend, more than one slot over several stores or many steps of it.
     *
     * @param improve is given choices that may be good and says what the best one known costs now;
     *     that is never more than the given one costs
     * @param upper what the best choice known costs
     */
    public static Optional<BranchAndBound> of(
            PlanModel model, ToLongFunction<Selection> improve, long upper) {
        return Relaxation.of(model)
                .map(relaxation -> new BranchAndBound(model, relaxation, improve, upper));
    }

    /** Finds the first bound. */
    public void begin(Budget budget) {
        hasBegun = true;
        Worths worths = relaxation.start();
        for (WideCase one : relaxation.cases()) {
            Limits none = Limits.none(relaxation.parts());
            relaxation.limit(none);
            Subgradient rough = new Subgradient(relaxation, one, upper);
            worths =
                    rough.search(
                            worths.unbound(),
                            Pace.AT_FIRST,
                            budget,
                            () -> propose(rounding.choice(none)));
            Subgradient settling = new Subgradient(relaxation, one, upper);
            worths = look(settling, one, none, worths, Pace.SETTLING, budget);
            guide.addStores(settling.usage(), worths.bound());
            guide.addBought(rough.usage(), relaxation.parts());
            guide.addBought(settling.usage(), relaxation.parts());
        }
    }

    /** What the first bound came from says of good choices. */
    public Guide guide() {
        return guide;
    }

    /** A better choice is known. */
    public void improved(long cost) {
        upper = Math.min(upper, cost);
    }

    /**
     * Divides the part that may hold the cheapest.
     *
     * @return false where nothing is left to divide: the best choice is proven, the budget spent,
     *     or there are too many parts to remember
     */
    public boolean divide(Budget budget) {
        if (bound() >= upper || budget.isSpent() || open.size() > MOST_PARTS) {
            return false;
        }
        Node node = open.remove();
        for (Limits half : halves(node)) {
            Subgradient again = new Subgradient(relaxation, node.one(), upper);
            look(again, node.one(), half, node.worths(), Pace.OF_A_PART, budget);
        }
        return true;
    }

    /** No choice comes to less; what the best one known costs at most. */
    public long bound() {
        if (!hasBegun) {
            return Long.MIN_VALUE;
        }
        Node least = open.peek();
        return least == null ? upper : Math.min(upper, (long) Math.ceil(least.bound() - ROUNDING));
    }

    /** What no choice holds that comes to less than the best one known. */
    public RuledOut ruledOut() {
        Possible possible = new Possible(relaxation.parts().length);
        for (Node node : open) {
            if (isHopeless(node.worths())) {
                continue;
            }
            possible.add(node.one(), node.limits(), relaxation.parts());
        }
        return possible.rest(relaxation);
    }

    private List<Limits> halves(Node node) {
        Limits limits = node.limits();
        return switch (node.branching()) {
            case Branching.ByStep by ->
                    List.of(
                            limits.withStep(by.store(), by.step()),
                            limits.withoutStep(by.store(), by.step()));
            case Branching.ByTake by ->
                    List.of(
                            limits.with(by.take(), relaxation.parts(), by.want()),
                            limits.without(by.take()));
            case Branching.Single() -> List.of();
        };
    }

    /** Keeps what may hold something better; says what the wants are worth here. */
    private Worths look(
            Subgradient subgradient,
            WideCase one,
            Limits limits,
            Worths start,
            Pace pace,
            Budget budget) {
        relaxation.limit(limits);
        Worths found =
                subgradient.search(start, pace, budget, () -> propose(rounding.choice(limits)));
        Worths worths = found.atLeast(start.bound());
        if (isHopeless(worths)) {
            return worths;
        }
        Limits tight = limits;
        if (!budget.isSpent()) {
            relaxation.bound(found, one);
            propose(rounding.choice(limits));
            if (isHopeless(worths)) {
                return worths;
            }
            Possible possible = new Possible(relaxation.parts().length);
            new Fixing(relaxation, found, upper).mark(possible);
            tight = limits.and(possible, relaxation.parts());
        }
        Branching branching = subgradient.usage().branching(tight);
        if (branching instanceof Branching.Single) {
            propose(rounding.choice(tight));
        } else {
            open.add(new Node(one, tight, worths, branching));
        }
        return worths;
    }

    private void propose(Selection choice) {
        improved(improve.applyAsLong(choice));
    }

    private boolean isHopeless(Worths worths) {
        return worths.bound() > upper - 1 + ROUNDING;
    }
}
