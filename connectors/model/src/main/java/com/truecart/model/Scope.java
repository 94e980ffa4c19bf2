package com.truecart.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which lines of a store's cart a promotion looks at and lowers. */
public sealed interface Scope {

    /** Only the offer the promotion is stated on. */
    record ThisOffer() implements Scope {}

    /** Every line of the seller. */
    record WholeStore() implements Scope {}

    /** The listings with these upstream ids, at the same connection and seller. */
    record Listings(Set<String> upstreamIds) implements Scope {
        public Listings {
            upstreamIds = Set.copyOf(upstreamIds);
        }
    }

    /** Lines of which some category name, in any language, is one of these. */
    record Categories(Set<String> names) implements Scope {
        public Categories {
            names = Set.copyOf(names);
        }
    }

    /** Lines of which the brand, in any language, is one of these. */
    record Brands(Set<String> names) implements Scope {
        public Brands {
            names = Set.copyOf(names);
        }
    }

    /** Lines inside {@code of} that are not inside {@code without}. */
    record Except(Scope of, Scope without) implements Scope {}

    /** Lines that are not reduced already: their price is not below a struck-through one. */
    record NotReduced() implements Scope {}

    /**
     * Lines whose best-before date is at most this many calendar days away (临期): 0 is today, 1 is
     * tomorrow at whatever hour. A yoghurt with three days left is in "within 5 days", one of which
     * no date is stated is not.
     */
    record BestBeforeWithin(int days) implements Scope {
        public BestBeforeWithin {
            Sound.requireAtLeast(0, days, "days");
        }
    }

    /** Lines inside all of these. */
    record AllOf(List<Scope> scopes) implements Scope {
        public AllOf {
            Sound.requireAtLeast(1, scopes.size(), "scopes");
            scopes = List.copyOf(scopes);
        }
    }

    /**
     * A selection the upstream names in words only ("selected skincare products"), so nobody can
     * say which lines are in it.
     */
    record Unmodelled(String text) implements Scope {}

    /** The words in it that nobody can turn into lines; one such part spoils the whole. */
    default Optional<String> unmodelled() {
        return switch (this) {
            case Unmodelled(String text) -> Optional.of(text);
            case Except(Scope of, Scope without) -> of.unmodelled().or(without::unmodelled);
            case AllOf(List<Scope> scopes) ->
                    scopes.stream().map(Scope::unmodelled).flatMap(Optional::stream).findFirst();
            case ThisOffer _,
                    WholeStore _,
                    Listings _,
                    Categories _,
                    Brands _,
                    NotReduced _,
                    BestBeforeWithin _ ->
                    Optional.empty();
        };
    }
}
