package com.truecart.realshops.vendure;

import java.util.List;
import java.util.Optional;

/**
 * What a promotion says.
 *
 * @param name for people
 * @param couponCode the code it needs, if any; compared without case
 * @param conditions all must hold; may be empty if there is a code
 * @param actions what it gives
 * @param usageLimit how many orders it is given to, if that is limited
 */
public record PromotionTerms(
        String name,
        Optional<String> couponCode,
        List<PromotionCondition> conditions,
        List<PromotionAction> actions,
        Optional<Integer> usageLimit) {

    /** A promotion for any number of orders. */
    public PromotionTerms(
            String name,
            Optional<String> couponCode,
            List<PromotionCondition> conditions,
            List<PromotionAction> actions) {
        this(name, couponCode, conditions, actions, Optional.empty());
    }

    /** The same for so many orders. */
    public PromotionTerms atMost(int orders) {
        return new PromotionTerms(name, couponCode, conditions, actions, Optional.of(orders));
    }

    /** Copies the lists. */
    public PromotionTerms {
        conditions = List.copyOf(conditions);
        actions = List.copyOf(actions);
    }

    /** A promotion that needs no code. */
    public static PromotionTerms of(
            String name, PromotionCondition condition, PromotionAction action) {
        return new PromotionTerms(name, Optional.empty(), List.of(condition), List.of(action));
    }

    /** A promotion for whoever gives its code. */
    public static PromotionTerms withCode(String name, String code, PromotionAction action) {
        return new PromotionTerms(name, Optional.of(code), List.of(), List.of(action));
    }
}
