package com.truecart.pricing.plan;

import com.truecart.pricing.plan.model.PlanModel;
import com.truecart.pricing.plan.model.Selection;
import com.truecart.pricing.plan.model.Take;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Choices like another one that buy at one store less. */
final class FewerStores {
    private final PlanModel model;

    FewerStores(PlanModel model) {
        this.model = model;
    }

    /** One for each store that the others can stand in for; whatever it costs. */
    List<Selection> of(Selection choice) {
        List<Selection> fewer = new ArrayList<>();
        for (int store : used(model, choice)) {
            without(store, choice).ifPresent(fewer::add);
        }
        return fewer;
    }

    /** The positions of the stores a choice buys at. */
    static Set<Integer> used(PlanModel model, Selection choice) {
        Set<Integer> used = new TreeSet<>();
        for (int t = 0; t < choice.size(); t++) {
            if (choice.units(t) > 0) {
                used.add(model.takes().get(t).store());
            }
        }
        return used;
    }

    /** The same choice, each of the store's takes at another store that is bought from anyway. */
    private Optional<Selection> without(int store, Selection choice) {
        Set<Integer> others = used(model, choice);
        others.remove(store);
        int[] units = new int[choice.size()];
        for (int t = 0; t < units.length; t++) {
            units[t] = choice.units(t);
        }
        for (int t = 0; t < units.length; t++) {
            if (model.takes().get(t).store() == store && choice.units(t) > 0) {
                int other = instead(t, choice.units(t), others, choice);
                if (other < 0) {
                    return Optional.empty();
                }
                units[t] = 0;
                units[other] = choice.units(t);
            }
        }
        return Optional.of(new Selection(units));
    }

    /** The cheapest take that nobody uses yet and that gives as much; -1 where there is none. */
    private int instead(int take, int units, Set<Integer> stores, Selection choice) {
        int best = -1;
        for (int t = 0; t < choice.size(); t++) {
            Take other = model.takes().get(t);
            boolean gives = other.whole() ? other.most() == units : other.most() >= units;
            if (other.want() == model.takes().get(take).want()
                    && gives
                    && choice.units(t) == 0
                    && stores.contains(other.store())
                    && (best < 0 || other.lowOf(units) < model.takes().get(best).lowOf(units))) {
                best = t;
            }
        }
        return best;
    }
}
