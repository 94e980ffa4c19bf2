package com.truecart.pricing.plan.model;

import java.util.Map;
import java.util.Set;

/**
 * What no choice holds that comes to less than one already known. A search that leaves it out still
 * finds whatever is better.
 *
 * @param takes positions
 * @param steps by slot the positions of its steps
 * @param sureSlots slots of which a step counts: of one store alone, wherever that store is bought
 *     from; of several, always
 */
public record RuledOut(
        Set<Integer> takes, Map<Integer, Set<Integer>> steps, Set<Integer> sureSlots) {
    /** Everything may be. */
    public static final RuledOut NOTHING = new RuledOut(Set.of(), Map.of(), Set.of());

    public RuledOut {
        takes = Set.copyOf(takes);
        steps = Map.copyOf(steps);
        sureSlots = Set.copyOf(sureSlots);
    }

    /** Whether this step of this slot is out. */
    public boolean isStepOut(int slot, int step) {
        return steps.getOrDefault(slot, Set.of()).contains(step);
    }
}
