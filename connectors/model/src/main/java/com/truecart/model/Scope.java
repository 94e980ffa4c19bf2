package com.truecart.model;

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

    /**
     * A selection the upstream names in words only ("selected skincare products"), so nobody can
     * say which lines are in it.
     */
    record Unmodelled(String text) implements Scope {}
}
