package com.truecart.pricing.profile;

import com.truecart.model.Promotion.Stage;
import java.util.Map;
import java.util.Set;

/**
 * One pass over a cart: which promotions it takes, in which order, what it tests and how many of
 * them apply.
 *
 * @param stages the promotions that belong here, with the arithmetic of each; a stage is in one
 *     lane only
 * @param walk whether each promotion goes over all lines, or each line over all promotions
 * @param choice which of the promotions apply
 * @param order who comes first
 * @param threshold the amount a spend condition looks at
 * @param reached whether a threshold is reached at its very amount, or only above it
 * @param yieldsTo where a promotion of one of these stages has applied, this lane takes nothing
 *     (Saleor: a voucher drives out the automatic order promotions)
 */
public record Lane(
        Map<Stage, Arithmetic> stages,
        Walk walk,
        Choice choice,
        Order order,
        Basis threshold,
        Reached reached,
        Set<Stage> yieldsTo) {

    /** A lane that takes what it can, whatever applied before. */
    public Lane(
            Map<Stage, Arithmetic> stages,
            Walk walk,
            Choice choice,
            Order order,
            Basis threshold,
            Reached reached) {
        this(stages, walk, choice, order, threshold, reached, Set.of());
    }

    public Lane {
        if (stages.isEmpty()) {
            throw new IllegalArgumentException("stages: a lane needs at least one");
        }
        stages = Map.copyOf(stages);
        yieldsTo = Set.copyOf(yieldsTo);
    }

    /** The same lane, empty where a promotion of one of these stages has applied. */
    public Lane yieldingTo(Stage... some) {
        return new Lane(stages, walk, choice, order, threshold, reached, Set.of(some));
    }

    /** Which loop is the outer one. */
    public enum Walk {
        /** Each promotion goes over all its lines before the next one is looked at. */
        PROMOTION_BY_PROMOTION,
        /** Each line is taken through all promotions before the next line (Vendure). */
        LINE_BY_LINE
    }

    /** Which of the promotions whose conditions hold apply. */
    public enum Choice {
        /** All, one after the other, as far as their stacking allows. */
        ALL,
        /** For each line the one that saves most on it; ties to the first. */
        BEST_PER_LINE,
        /** The one that saves most; of each stacking group one. Ties to the first. */
        BEST_ONE,
        /**
         * The same among those that lower a line in common: one beside another where no line has
         * both (two things, each with a deposit or a subsidy of its own).
         */
        BEST_ONE_OF_ITS_LINES,
        /** The best disjoint division of the units among promotions that need several. */
        BEST_DIVISION,
        /** The first exclusive one alone; all others only where there is none (Sylius). */
        FIRST_EXCLUSIVE_OR_ALL
    }

    /** Who comes first; ties by the promotion's ref. */
    public enum Order {
        PRIORITY_ASCENDING,
        PRIORITY_DESCENDING,
        /**
         * By priority, then what it would save alone on the cart as the lane found it (Broadleaf).
         */
        PRIORITY_THEN_SAVING,
        /**
         * Fixed amounts off units, then rates, then fixed amounts off the cart; in each the lower
         * number first, then by priority (WooCommerce).
         */
        KIND,
        /**
         * Buy-get first, then by the bare number: 30.00 comes before 20 % (Medusa). Who of two
         * equal numbers comes first is left to its database, and nobody can tell.
         */
        VALUE_DESCENDING
    }

    /** When a threshold counts as reached. */
    public enum Reached {
        AT,
        ABOVE
    }
}
