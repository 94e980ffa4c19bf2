package com.truecart.pricing.plan;

import com.truecart.model.Localized;
import com.truecart.model.Promotion;
import com.truecart.model.Scope;
import com.truecart.pricing.OfferTerms;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Which offers a promotion may concern: never fewer than it does. */
final class ScopeBound {

    private ScopeBound() {}

    /** Whether a promotion may lower an offer; in doubt it does. */
    static boolean mayLower(Promotion promotion, OfferTerms offer) {
        return mayReach(promotion.benefit().otherScope().orElse(promotion.scope()), offer);
    }

    /** Whether an offer may lie in a scope; in doubt it does. */
    static boolean mayReach(Scope scope, OfferTerms offer) {
        return switch (scope) {
            case Scope.ThisOffer _,
                    Scope.WholeStore _,
                    Scope.NotReduced _,
                    Scope.BestBeforeWithin _ ->
                    true;
            case Scope.Listings(Set<String> ids) -> ids.contains(offer.upstreamId());
            case Scope.Categories(Set<String> names) ->
                    offer.category().stream().anyMatch(name -> isAmong(name, names));
            case Scope.Brands(Set<String> names) ->
                    offer.brand().filter(name -> isAmong(name, names)).isPresent();
            case Scope.Except(Scope of, Scope _) -> mayReach(of, offer);
            case Scope.AllOf(List<Scope> all) ->
                    all.stream().allMatch(each -> mayReach(each, offer));
            case Scope.Unmodelled(String _) -> false;
        };
    }

    private static boolean isAmong(Localized name, Set<String> names) {
        return name.byLanguage().values().stream()
                .map(text -> text.strip().toLowerCase(Locale.ROOT))
                .anyMatch(text ->
                        names.stream()
                                .anyMatch(each ->
                                        each.strip().toLowerCase(Locale.ROOT).equals(text)));
    }
}
