package com.truecart.pricing.plan;

import com.truecart.pricing.plan.model.PlanModel;
import com.truecart.pricing.plan.model.Selection;
import java.util.Optional;
import java.util.OptionalLong;

/** A solver that finds the least of a model, or at least a bound below it. */
public interface ExactSearch {

    /**
     * Searches until the least is proven or the budget is spent.
     *
     * @param hint a choice to start from
     */
    Answer search(PlanModel model, Selection hint, Budget budget);

    /**
     * What a search found.
     *
     * @param best the best choice found
     * @param cost what it comes to by the model's numbers; 0 where there is none
     * @param bound nothing comes to less; empty where nothing is known
     * @param isOptimal whether the best choice is proven to be the least of the model
     */
    record Answer(Optional<Selection> best, long cost, OptionalLong bound, boolean isOptimal) {}
}
