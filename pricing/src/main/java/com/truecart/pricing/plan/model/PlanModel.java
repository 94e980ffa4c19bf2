package com.truecart.pricing.plan.model;

import java.util.List;
import java.util.OptionalInt;

/**
 * A basket as numbers. What any choice of takes comes to here is at most what the pricing engine
 * makes of it, so the least over all choices is a bound below every plan.
 *
 * @param demands the wants
 * @param takes every way to fulfil one
 * @param slots a slot comes after those it names in {@code after}
 * @param corrections what is known better about particular choices
 * @param maxStores at how many stores may be bought
 * @param takesEveryStep whether a step that is reached has to be taken, as every store gives it
 *     unasked; else a search may pass over one so that a later slot sees more spent, and comes to
 *     less than any plan. Most models are searched faster without
 * @param ruledOut what a search may leave out
 */
public record PlanModel(
        List<Demand> demands,
        List<ModelStore> stores,
        List<Take> takes,
        List<Slot> slots,
        List<Correction> corrections,
        OptionalInt maxStores,
        boolean takesEveryStep,
        RuledOut ruledOut) {

    /** A basket whose steps may be passed over. */
    public PlanModel(
            List<Demand> demands,
            List<ModelStore> stores,
            List<Take> takes,
            List<Slot> slots,
            List<Correction> corrections,
            OptionalInt maxStores) {
        this(demands, stores, takes, slots, corrections, maxStores, false, RuledOut.NOTHING);
    }

    public PlanModel {
        demands = List.copyOf(demands);
        stores = List.copyOf(stores);
        takes = List.copyOf(takes);
        slots = List.copyOf(slots);
        corrections = List.copyOf(corrections);
    }

    /**
     * Whether a want that could be had may be missing from a choice: it is not wanted at any price,
     * or its stores may not be used.
     */
    public boolean mayMiss(int want) {
        return demands.get(want).mayBeLeftOut()
                || maxStores.isPresent()
                || stores.stream().anyMatch(store -> store.minimum() > 0);
    }

    /** Whether a slot is of this store alone. */
    public boolean isOfOneStore(int slot, int store) {
        return slots.get(slot).after().isEmpty()
                && slots.get(slot).takes().stream()
                        .allMatch(take -> takes.get(take).store() == store);
    }

    /**
     * More than anything that could be bought or left out: what a choice nobody may make is
     * charged.
     */
    public long forbiddenCost() {
        long sum = 1;
        for (Take take : takes) {
            sum += take.highOf(take.most());
        }
        for (ModelStore store : stores) {
            sum += store.fee();
        }
        for (Demand demand : demands) {
            sum += demand.missingCost();
        }
        return sum;
    }

    /** The same basket of which more is known. */
    public PlanModel with(List<Correction> more) {
        return new PlanModel(
                demands, stores, takes, slots, more, maxStores, takesEveryStep, ruledOut);
    }

    /**
     * The same basket whose steps are taken where they are reached. Nothing is ruled out in it: a
     * step that is left out could be reached and not be taken.
     */
    public PlanModel takingEveryStep() {
        return new PlanModel(
                demands, stores, takes, slots, corrections, maxStores, true, RuledOut.NOTHING);
    }

    /** The same basket searched without what nothing better holds. */
    public PlanModel without(RuledOut out) {
        return new PlanModel(
                demands, stores, takes, slots, corrections, maxStores, takesEveryStep, out);
    }
}
