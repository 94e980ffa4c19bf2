package com.truecart.pricing;

import com.truecart.model.Promotion;
import com.truecart.model.Scope;
import com.truecart.model.Trigger;
import java.util.List;

/** What can be said of a scope without looking at a cart. */
final class Scopes {

    private Scopes() {}

    /** Whether the promotion speaks anywhere of the offer it is stated on. */
    static boolean isOwn(Promotion promotion) {
        return isOwn(promotion.scope())
                || promotion.benefit().otherScope().filter(Scopes::isOwn).isPresent()
                || isOwn(promotion.trigger());
    }

    private static boolean isOwn(Trigger trigger) {
        return switch (trigger) {
            case Trigger.Within(Scope other, Trigger inner) -> isOwn(other) || isOwn(inner);
            case Trigger.AllOf(List<Trigger> triggers) -> triggers.stream().anyMatch(Scopes::isOwn);
            case Trigger.AnyOf(List<Trigger> triggers) -> triggers.stream().anyMatch(Scopes::isOwn);
            case Trigger.Always _,
                    Trigger.MinSpend _,
                    Trigger.MinQuantity _,
                    Trigger.MinDistinct _,
                    Trigger.Code _,
                    Trigger.Member _,
                    Trigger.NewCustomer _,
                    Trigger.PaymentMethod _,
                    Trigger.Confirmed _,
                    Trigger.Unmodelled _ ->
                    false;
        };
    }

    /** Whether the scope depends on the offer the promotion is stated on. */
    static boolean isOwn(Scope scope) {
        return switch (scope) {
            case Scope.ThisOffer() -> true;
            case Scope.Except(Scope of, Scope without) -> isOwn(of) || isOwn(without);
            case Scope.AllOf(List<Scope> scopes) -> scopes.stream().anyMatch(Scopes::isOwn);
            case Scope.WholeStore _,
                    Scope.Listings _,
                    Scope.Categories _,
                    Scope.Brands _,
                    Scope.NotReduced _,
                    Scope.BestBeforeWithin _,
                    Scope.Unmodelled _ ->
                    false;
        };
    }
}
