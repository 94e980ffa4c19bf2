package com.truecart.pricing.plan.bound;

import com.truecart.pricing.plan.model.PlanModel;
import com.truecart.pricing.plan.model.Slot;
import com.truecart.pricing.plan.model.Take;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A model whose stores choose by themselves: what each want is worth is all that binds them.
 * Corrections, least orders and ends of steps are left out, which only lowers the bound. Not for
 * several threads.
 */
final class Relaxation {
    /** With more steps over several stores than this each case would get too little time. */
    private static final int MOST_WIDE_STEPS = 6;

    private static final int NO_SLOT = -1;

    private final StorePart[] parts;

    /** By want: what a plan without it is charged; more it need not be worth. */
    private final double[] highest;

    private final boolean[] mayMiss;

    private final double[] cheapest;
    private final List<WideCase> cases;

    /** By store; {@link #NO_SLOT} where it has none. */
    private final int[] ownSlots;

    private final int wideSlot;
    private final int maxStores;

    private Relaxation(PlanModel model, int[] ownSlots, int wideSlot) {
        Optional<Slot> wide =
                wideSlot == NO_SLOT ? Optional.empty() : Optional.of(model.slots().get(wideSlot));
        this.ownSlots = ownSlots;
        this.wideSlot = wideSlot;
        this.maxStores = model.maxStores().orElse(Integer.MAX_VALUE);
        this.cases = WideCase.of(wide);
        this.highest = new double[model.demands().size()];
        this.mayMiss = new boolean[highest.length];
        this.cheapest = new double[model.demands().size()];
        Arrays.fill(cheapest, Double.POSITIVE_INFINITY);
        List<List<Integer>> byStore = new ArrayList<>();
        model.stores().forEach(_ -> byStore.add(new ArrayList<>()));
        for (int t = 0; t < model.takes().size(); t++) {
            Take take = model.takes().get(t);
            byStore.get(take.store()).add(t);
            cheapest[take.want()] = Math.min(cheapest[take.want()], (double) take.low());
        }
        for (int want = 0; want < highest.length; want++) {
            mayMiss[want] = model.mayMiss(want) || Double.isInfinite(cheapest[want]);
            highest[want] = model.demands().get(want).missingCost();
            cheapest[want] = Math.min(cheapest[want], highest[want]);
        }
        this.parts = new StorePart[byStore.size()];
        for (int s = 0; s < parts.length; s++) {
            Optional<Slot> own =
                    ownSlots[s] == NO_SLOT
                            ? Optional.empty()
                            : Optional.of(model.slots().get(ownSlots[s]));
            boolean isSeenWide = wide.isPresent() && wide.get().after().contains(ownSlots[s]);
            parts[s] = new StorePart(model, s, byStore.get(s), own, wide, isSeenWide);
        }
    }

    /** Empty where the model has parts this knows nothing of. */
    static Optional<Relaxation> of(PlanModel model) {
        if (!model.takes().stream().allMatch(take -> isAllOfIt(model, take))) {
            return Optional.empty();
        }
        int[] own = new int[model.stores().size()];
        Arrays.fill(own, NO_SLOT);
        int wide = NO_SLOT;
        for (int i = 0; i < model.slots().size(); i++) {
            Slot slot = model.slots().get(i);
            if (slot.steps().stream().anyMatch(step -> step.ratePpm() > 0)) {
                return Optional.empty();
            }
            int[] stores =
                    slot.takes().stream()
                            .mapToInt(take -> model.takes().get(take).store())
                            .distinct()
                            .toArray();
            boolean isOwn = stores.length == 1 && slot.after().isEmpty();
            int before = isOwn ? own[stores[0]] : wide;
            if (before != NO_SLOT || (!isOwn && slot.steps().size() > MOST_WIDE_STEPS)) {
                return Optional.empty();
            }
            if (isOwn) {
                own[stores[0]] = i;
            } else {
                wide = i;
            }
        }
        return Optional.of(new Relaxation(model, own, wide));
    }

    private static boolean isAllOfIt(PlanModel model, Take take) {
        return take.whole() && take.most() == model.demands().get(take.want()).units();
    }

    List<WideCase> cases() {
        return cases;
    }

    /** The position of a store's own slot; below 0 where it has none. */
    int ownSlot(int store) {
        return ownSlots[store];
    }

    /** The position of the slot over several stores, likewise. */
    int wideSlot() {
        return wideSlot;
    }

    StorePart[] parts() {
        return parts;
    }

    /** Each want is worth what it costs at least. */
    Worths start() {
        return new Worths(cheapest, 0, 0, Double.NEGATIVE_INFINITY);
    }

    /** At how many stores may be bought; all integers where there is no limit. */
    int maxStores() {
        return maxStores;
    }

    int wants() {
        return highest.length;
    }

    boolean mayMiss(int want) {
        return mayMiss[want];
    }

    /** The most a want may be worth. */
    double highest(int want) {
        return highest[want];
    }

    /** Only choices within these limits are looked at from now on. */
    void limit(Limits limits) {
        for (StorePart part : parts) {
            part.limit(limits);
        }
    }

    /** The bound these worths give; the parts hold the orders it comes from. */
    double bound(Worths worths, WideCase one) {
        double bound = worths.wide() * one.from() - one.off();
        if (worths.perOrder() > 0) {
            bound -= worths.perOrder() * maxStores;
        }
        bound += worths.ofAllWants();
        for (StorePart part : parts) {
            part.setWorths(worths);
            bound += part.best();
        }
        return bound;
    }
}
