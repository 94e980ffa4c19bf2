package com.truecart.benchmarks.relevance;

import java.util.List;

/** Something that answers questions. */
interface Finder {

    /** How many hits are looked at. */
    int DEPTH = 50;

    /** Ids of the best products for a text, best first, at most {@link #DEPTH}. */
    List<String> best(String text);
}
