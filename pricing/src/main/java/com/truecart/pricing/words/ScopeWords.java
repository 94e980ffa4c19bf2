package com.truecart.pricing.words;

import com.truecart.model.Scope;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Says which lines a rule is about. */
final class ScopeWords {

    private final Lexicon lexicon;
    private final UnaryOperator<String> names;

    ScopeWords(Lexicon lexicon, UnaryOperator<String> names) {
        this.lexicon = lexicon;
        this.names = names;
    }

    String of(Scope scope) {
        return switch (scope) {
            case Scope.ThisOffer() -> lexicon.say("scope.thisOffer");
            case Scope.WholeStore() -> lexicon.say("scope.wholeStore");
            case Scope.Listings(Set<String> ids) ->
                    ids.isEmpty()
                            ? lexicon.say("scope.nothing")
                            : lexicon.say("scope.listings", names(ids));
            case Scope.Categories(Set<String> some) ->
                    some.isEmpty()
                            ? lexicon.say("scope.nothing")
                            : lexicon.say("scope.categories", sorted(some));
            case Scope.Brands(Set<String> some) ->
                    some.isEmpty()
                            ? lexicon.say("scope.nothing")
                            : lexicon.say("scope.brands", sorted(some));
            case Scope.Except(Scope of, Scope without) ->
                    lexicon.say("scope.except", of(of), of(without));
            case Scope.NotReduced() -> lexicon.say("scope.notReduced");
            case Scope.BestBeforeWithin(int days) -> lexicon.say("scope.bestBefore", days);
            case Scope.AllOf(List<Scope> scopes) ->
                    lexicon.join("scope.all", scopes.stream().map(this::of).toList());
            case Scope.Unmodelled(String text) -> lexicon.say("scope.unmodelled", text);
        };
    }

    /** What an offer is called. */
    String name(String upstreamId) {
        return names.apply(upstreamId);
    }

    private String names(Collection<String> upstreamIds) {
        return sorted(upstreamIds.stream().map(names).toList());
    }

    private String sorted(Collection<String> some) {
        return lexicon.join("or", some.stream().sorted().toList());
    }
}
