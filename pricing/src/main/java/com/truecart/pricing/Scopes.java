package com.truecart.pricing;

import com.truecart.model.Scope;
import java.util.List;
import java.util.Optional;

/** What can be said of a scope without looking at a cart. */
final class Scopes {

    private Scopes() {}

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

    /** The words in a scope that nobody can turn into lines; one such part spoils the whole. */
    static Optional<String> unmodelled(Scope scope) {
        return switch (scope) {
            case Scope.Unmodelled(String text) -> Optional.of(text);
            case Scope.Except(Scope of, Scope without) ->
                    unmodelled(of).or(() -> unmodelled(without));
            case Scope.AllOf(List<Scope> scopes) ->
                    scopes.stream().map(Scopes::unmodelled).flatMap(Optional::stream).findFirst();
            case Scope.ThisOffer _,
                    Scope.WholeStore _,
                    Scope.Listings _,
                    Scope.Categories _,
                    Scope.Brands _,
                    Scope.NotReduced _,
                    Scope.BestBeforeWithin _ ->
                    Optional.empty();
        };
    }
}
