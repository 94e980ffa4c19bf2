package com.truecart.pricing;

import com.truecart.model.Localized;
import com.truecart.model.Scope;
import java.util.Optional;
import java.util.Set;

/** Tells which offers a promotion looks at. */
final class Scopes {

    private Scopes() {}

    /**
     * Whether an offer is in scope.
     *
     * @param own whether the promotion is stated on this very offer
     */
    static boolean covers(Scope scope, OfferTerms offer, boolean own) {
        return switch (scope) {
            case Scope.ThisOffer() -> own;
            case Scope.WholeStore() -> true;
            case Scope.Listings(Set<String> ids) -> ids.contains(offer.upstreamId());
            case Scope.Categories(Set<String> names) ->
                    offer.category().stream().anyMatch(name -> isOneOf(name, names));
            case Scope.Brands(Set<String> names) ->
                    offer.brand().filter(name -> isOneOf(name, names)).isPresent();
            case Scope.Except(Scope of, Scope without) ->
                    covers(of, offer, own) && !covers(without, offer, own);
            case Scope.Unmodelled _ -> false;
        };
    }

    /** Whether the scope depends on the offer the promotion is stated on. */
    static boolean isOwn(Scope scope) {
        return switch (scope) {
            case Scope.ThisOffer() -> true;
            case Scope.Except(Scope of, Scope without) -> isOwn(of) || isOwn(without);
            case Scope.WholeStore _,
                    Scope.Listings _,
                    Scope.Categories _,
                    Scope.Brands _,
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
            case Scope.ThisOffer _,
                    Scope.WholeStore _,
                    Scope.Listings _,
                    Scope.Categories _,
                    Scope.Brands _ ->
                    Optional.empty();
        };
    }

    private static boolean isOneOf(Localized name, Set<String> names) {
        return name.byLanguage().values().stream()
                .anyMatch(text ->
                        names.stream()
                                .anyMatch(wanted -> wanted.strip().equalsIgnoreCase(text.strip())));
    }
}
