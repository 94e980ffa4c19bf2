package com.truecart.pricing;

import com.truecart.model.Benefit;
import com.truecart.model.Limits;
import com.truecart.model.Promotion;
import com.truecart.model.Promotion.Stage;
import com.truecart.model.Stacking;
import com.truecart.model.Trigger;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * A promotion laid over a cart. Two rules are never equal: one promotion stated on two offers is
 * two rules.
 */
final class Rule {

    private final Promotion promotion;
    private final Benefit benefit;
    private final int store;
    private final int own;
    private final int[] scope;
    private final int[] at;
    private final Stage stage;
    private final Set<Stage> apartUnlessStated;

    /**
     * Lays a promotion over a cart.
     *
     * @param benefit what the promotion gives here: what it states, or the part of it that is left
     * @param store whose promotion it is, or {@link Positions#EVERY_STORE}
     * @param own a position of the offer it is stated on, or -1
     * @param scope the positions its conditions look at, ascending
     * @param at the positions it lowers, ascending: those in scope, another scope of its benefit,
     *     or the fee
     * @param stage where it is worked out
     * @param apartUnlessStated stages of which silence is no consent to combine
     */
    Rule(
            Promotion promotion,
            Benefit benefit,
            int store,
            int own,
            int[] scope,
            int[] at,
            Stage stage,
            Set<Stage> apartUnlessStated) {
        this.promotion = promotion;
        this.benefit = benefit;
        this.store = store;
        this.own = own;
        this.scope = scope;
        this.at = at;
        this.stage = stage;
        this.apartUnlessStated = apartUnlessStated;
    }

    Promotion promotion() {
        return promotion;
    }

    int store() {
        return store;
    }

    int own() {
        return own;
    }

    int[] scope() {
        return scope;
    }

    int[] at() {
        return at;
    }

    Stage stage() {
        return stage;
    }

    Trigger trigger() {
        return promotion.trigger();
    }

    Benefit benefit() {
        return benefit;
    }

    /** Of how many units it is left, where it lowers units and the store tells. */
    Optional<Long> unitsLeft() {
        boolean isOfUnits =
                stage == Stage.ITEM
                        || stage == Stage.QUANTITY
                        || benefit instanceof Benefit.UnitPrice;
        return isOfUnits ? promotion.limits().flatMap(Limits::left) : Optional.empty();
    }

    int priority() {
        return promotion.stacking().map(Stacking::priority).orElse(0);
    }

    boolean isExclusive() {
        return promotion.stacking().map(Stacking::exclusive).orElse(false);
    }

    boolean isLast() {
        return promotion.stacking().map(Stacking::last).orElse(false);
    }

    /** The group of which one applies; promotions that state none share one. */
    String group() {
        return promotion.stacking().flatMap(Stacking::group).orElse("");
    }

    /** Whether one stands in the other's way at all: promotions of two stores never do. */
    boolean meets(Rule other) {
        return store == other.store
                || store == Positions.EVERY_STORE
                || other.store == Positions.EVERY_STORE;
    }

    /** Whether both lower some line. */
    boolean sharesALineWith(Rule other) {
        for (int position : at) {
            if (Arrays.binarySearch(other.at, position) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether it says anything about which others it stands beside. */
    boolean isParticular() {
        return isExclusive()
                || !group().isEmpty()
                || apartUnlessStated.contains(stage)
                || promotion.stacking().flatMap(Stacking::combinesWith).isPresent();
    }

    /** Whether both are one promotion, stated on two offers. */
    boolean isSamePromotionAs(Rule other) {
        return this == other || (store == other.store && promotion.equals(other.promotion));
    }

    /**
     * Whether both may apply to one cart, as far as their stacking says: what it says is about
     * other promotions.
     */
    boolean standsBeside(Rule other) {
        return isSamePromotionAs(other)
                || !meets(other)
                || (!isExclusive()
                        && !other.isExclusive()
                        && combinesWith(other)
                        && (group().isEmpty() || !group().equals(other.group())));
    }

    /**
     * Whether both agree to stand beside each other; one promotion does, on however many offers.
     */
    private boolean combinesWith(Rule other) {
        return promotion.equals(other.promotion) || (agreesTo(other) && other.agreesTo(this));
    }

    private boolean agreesTo(Rule other) {
        return promotion
                .stacking()
                .flatMap(Stacking::combinesWith)
                .map(stages -> stages.contains(other.stage))
                .orElseGet(() ->
                        !apartUnlessStated.contains(stage)
                                || !apartUnlessStated.contains(other.stage));
    }

    /**
     * Whether units of different offers never count together ("the second unit of the same offer").
     */
    boolean countsEachOfferApart() {
        boolean isOfOneOffer =
                at.length == 1
                        && scope.length == 1
                        && at[0] == scope[0]
                        && benefit().otherScope().isEmpty();
        return isOfOneOffer
                || benefit() instanceof Benefit.NthUnit
                || benefit() instanceof Benefit.NthUnitPrice;
    }
}
