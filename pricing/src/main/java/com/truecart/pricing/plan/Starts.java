package com.truecart.pricing.plan;

import com.truecart.pricing.plan.model.PlanModel;
import com.truecart.pricing.plan.model.Slot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Choices a search begins from: as people shop, and where much comes off together. */
final class Starts {
    private final PlanModel model;
    private final Choice choice;

    Starts(PlanModel model, Choice choice) {
        this.model = model;
        this.choice = choice;
    }

    /** Each makes its choice when run. */
    List<Runnable> all() {
        List<Runnable> starts = new ArrayList<>();
        starts.add(this::cheapestEach);
        storesByCoverage().forEach(store -> starts.add(() -> preferring(store)));
        // what many stores give together nobody reaches step by step
        wideSlots().forEach(slot -> starts.add(() -> preferring(slot.takes())));
        return starts;
    }

    private List<Slot> wideSlots() {
        return model.slots().stream()
                .filter(slot ->
                        slot.takes().stream().map(choice::storeOfTake).distinct().count() > 1)
                .toList();
    }

    private void cheapestEach() {
        for (int want = 0; want < choice.wants(); want++) {
            if (choice.takesOf(want).length > 0) {
                choice.give(want, choice.takesOf(want)[0]);
            }
        }
    }

    private void preferring(int store) {
        cheapestEach();
        for (int want = 0; want < choice.wants(); want++) {
            int take = choice.takeAt(want, store);
            if (take >= 0) {
                choice.give(want, take);
            }
        }
    }

    private void preferring(List<Integer> takes) {
        Set<Integer> wanted = new HashSet<>(takes);
        cheapestEach();
        for (int want = 0; want < choice.wants(); want++) {
            for (int take : choice.takesOf(want)) {
                if (wanted.contains(take)) {
                    choice.give(want, take);
                    break;
                }
            }
        }
    }

    /** The three stores that could give most wants, as starting points. */
    private List<Integer> storesByCoverage() {
        int[] covers = new int[choice.stores()];
        for (int want = 0; want < choice.wants(); want++) {
            for (int take : choice.takesOf(want)) {
                covers[choice.storeOfTake(take)]++;
            }
        }
        List<Integer> stores = new ArrayList<>();
        for (int store = 0; store < covers.length; store++) {
            if (covers[store] > 0) {
                stores.add(store);
            }
        }
        stores.sort(Comparator.comparingInt((Integer store) -> -covers[store]));
        return stores.subList(0, Math.min(3, stores.size()));
    }
}
