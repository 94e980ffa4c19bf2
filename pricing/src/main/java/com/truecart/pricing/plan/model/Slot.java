package com.truecart.pricing.plan.model;

import java.util.List;

/**
 * Steps of which at most one counts, by the spend on some takes.
 *
 * @param takes positions of those whose {@code high} is the spend
 * @param after positions of earlier slots; what they take off goods is not spent here
 * @param lane slots with the same number exclude each other; {@link #FREE} excludes none
 * @param steps in no particular order; each once
 */
public record Slot(List<Integer> takes, List<Integer> after, int lane, List<Step> steps) {

    /** Excludes no other slot. */
    public static final int FREE = -1;

    public Slot {
        takes = List.copyOf(takes);
        after = List.copyOf(after);
        steps = steps.stream().distinct().toList();
    }
}
