package com.truecart.search.query;

import com.truecart.search.layout.TextField;
import java.util.List;
import java.util.Set;

/** A condition on a product's words and what meeting it is worth. */
public sealed interface Clause {

    /** The field has this token; worth its BM25. */
    record Has(TextField field, String token) implements Clause {}

    /** The field has any of these tokens, of which an index may know none; worth 1. */
    record HasAny(TextField field, Set<String> tokens) implements Clause {
        public HasAny {
            tokens = Set.copyOf(tokens);
        }
    }

    /**
     * The field has a token that differs from this one in one letter (one too many, too few, other,
     * or two swapped), the first letter being right; worth 1.
     */
    record HasLike(TextField field, String token) implements Clause {}

    /** The field has a token that begins so; worth 1. */
    record Begins(TextField field, String start) implements Clause {}

    /** The tokens stand side by side, one other between them at most; worth their BM25. */
    record Near(TextField field, List<String> tokens) implements Clause {
        /** How many places the tokens may be apart in all. */
        public static final int SLOP = 1;

        public Near {
            tokens = List.copyOf(tokens);
        }
    }

    /** All hold; worth their sum. */
    record All(List<Clause> of) implements Clause {
        public All {
            of = List.copyOf(of);
        }
    }

    /** At least so many hold; worth the sum of those that do. */
    record AtLeast(int needed, List<Clause> of) implements Clause {
        public AtLeast {
            of = List.copyOf(of);
        }
    }

    /** Any holds; worth the best and this share of each other. */
    record Best(List<Clause> of, float others) implements Clause {
        public Best {
            of = List.copyOf(of);
        }
    }

    /** As the other, worth so many times as much. */
    record Times(Clause of, float factor) implements Clause {}

    /** As the other, worth exactly this. */
    record Worth(Clause of, float score) implements Clause {}
}
