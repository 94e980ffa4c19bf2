package com.truecart.pricing.plan.bound;

import java.util.Arrays;
import java.util.BitSet;

/** What choices a part of the search looks at. Immutable but for its making. */
final class Limits {
    /** Takes nobody may buy, and those that must be bought. */
    private final BitSet out;

    private final BitSet sure;

    /** By store: which steps may count, 0 that none does; after the last, that it is not used. */
    private final BitSet[] steps;

    private Limits(BitSet out, BitSet sure, BitSet[] steps) {
        this.out = out;
        this.sure = sure;
        this.steps = steps;
    }

    /** Everything may be. */
    static Limits none(StorePart[] parts) {
        BitSet[] steps = new BitSet[parts.length];
        for (int store = 0; store < parts.length; store++) {
            steps[store] = new BitSet();
            int least = parts[store].count() == 0 ? parts[store].unused() : 0;
            steps[store].set(least, parts[store].unused() + 1);
        }
        return new Limits(new BitSet(), new BitSet(), steps);
    }

    boolean isOut(int take) {
        return out.get(take);
    }

    boolean isSure(int take) {
        return sure.get(take);
    }

    boolean allows(int store, int step) {
        return steps[store].get(step);
    }

    int allowed(int store) {
        return steps[store].cardinality();
    }

    /** The same without this take. */
    Limits without(int take) {
        Limits copy = copy();
        copy.out.set(take);
        return copy;
    }

    /** The same where this take is bought, and for its want nothing else. */
    Limits with(int take, StorePart[] parts, int want) {
        Limits copy = copy();
        copy.sure.set(take);
        for (int store = 0; store < parts.length; store++) {
            StorePart part = parts[store];
            for (int i = 0; i < part.count(); i++) {
                if (part.take(i) == take) {
                    copy.steps[store].clear(part.unused());
                } else if (part.want(i) == want) {
                    copy.out.set(part.take(i));
                }
            }
        }
        return copy;
    }

    /** The same where just this step counts at the store. */
    Limits withStep(int store, int step) {
        Limits copy = copy();
        copy.steps[store].clear();
        copy.steps[store].set(step);
        return copy;
    }

    /** The same where this step does not count. */
    Limits withoutStep(int store, int step) {
        Limits copy = copy();
        copy.steps[store].clear(step);
        return copy;
    }

    /** Only what is possible, too. */
    Limits and(Possible possible, StorePart[] parts) {
        Limits copy = copy();
        for (int store = 0; store < parts.length; store++) {
            for (int i = 0; i < parts[store].count(); i++) {
                int take = parts[store].take(i);
                if (!possible.hasTake(take)) {
                    copy.out.set(take);
                }
            }
            copy.steps[store].and(possible.steps(store));
        }
        return copy;
    }

    private Limits copy() {
        return new Limits(
                (BitSet) out.clone(),
                (BitSet) sure.clone(),
                Arrays.stream(steps).map(each -> (BitSet) each.clone()).toArray(BitSet[]::new));
    }
}
