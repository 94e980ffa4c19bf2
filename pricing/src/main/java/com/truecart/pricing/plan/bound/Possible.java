package com.truecart.pricing.plan.bound;

import com.truecart.pricing.plan.model.RuledOut;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What a choice better than the best one known may hold, gathered while cases are looked at. */
final class Possible {
    private final BitSet takes = new BitSet();

    /** By store: see {@link Limits}. */
    private final BitSet[] steps;

    /** The steps of the slot over several stores, counted from 1; 0 is that none counts. */
    private final BitSet wideSteps = new BitSet();

    Possible(int stores) {
        this.steps = new BitSet[stores];
        for (int store = 0; store < stores; store++) {
            steps[store] = new BitSet();
        }
    }

    void addTake(int take) {
        takes.set(take);
    }

    boolean hasTake(int take) {
        return takes.get(take);
    }

    void addStep(int store, int step) {
        steps[store].set(step);
    }

    BitSet steps(int store) {
        return steps[store];
    }

    /** What these limits leave. */
    void add(WideCase one, Limits limits, StorePart[] parts) {
        wideSteps.set(one.step() + 1);
        for (int store = 0; store < parts.length; store++) {
            for (int i = 0; i < parts[store].count(); i++) {
                int take = parts[store].take(i);
                if (!limits.isOut(take)) {
                    takes.set(take);
                }
            }
            for (int step = 0; step <= parts[store].steps(); step++) {
                if (limits.allows(store, step)) {
                    steps[store].set(step);
                }
            }
        }
    }

    /** All else. */
    RuledOut rest(Relaxation relaxation) {
        Set<Integer> takesOut = new HashSet<>();
        Map<Integer, Set<Integer>> stepsOut = new HashMap<>();
        Set<Integer> sure = new HashSet<>();
        StorePart[] parts = relaxation.parts();
        for (int store = 0; store < parts.length; store++) {
            for (int i = 0; i < parts[store].count(); i++) {
                if (!takes.get(parts[store].take(i))) {
                    takesOut.add(parts[store].take(i));
                }
            }
            rest(relaxation.ownSlot(store), parts[store].steps(), steps[store], stepsOut, sure);
        }
        rest(relaxation.wideSlot(), relaxation.cases().size(), wideSteps, stepsOut, sure);
        return new RuledOut(takesOut, stepsOut, sure);
    }

    private static void rest(
            int slot,
            int steps,
            BitSet possible,
            Map<Integer, Set<Integer>> stepsOut,
            Set<Integer> sure) {
        if (slot < 0) {
            return;
        }
        Set<Integer> out = new HashSet<>();
        for (int step = possible.nextClearBit(1);
                step < steps;
                step = possible.nextClearBit(step + 1)) {
            out.add(step - 1);
        }
        stepsOut.put(slot, out);
        if (!possible.get(0)) {
            sure.add(slot);
        }
    }
}
