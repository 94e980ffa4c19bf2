package com.truecart.benchmarks.relevance;

import java.util.Set;

/**
 * A question with its right answers.
 *
 * @param text what is typed
 * @param relevant ids of the products that are meant, at least one
 */
record Judged(String text, Set<String> relevant) {
    Judged {
        relevant = Set.copyOf(relevant);
    }
}
