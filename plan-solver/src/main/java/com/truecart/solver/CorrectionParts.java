package com.truecart.solver;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.LinearArgument;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import com.truecart.pricing.plan.model.Correction;
import com.truecart.pricing.plan.model.PlanModel;
import com.truecart.pricing.plan.model.Take;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is known better about particular choices, as parts of a solver's model. */
final class CorrectionParts {
    private final PlanModel model;
    private final CpModel cp;
    private final List<LinearArgument> takes;
    private final Map<Integer, BoolVar> usedParts = new HashMap<>();

    CorrectionParts(PlanModel model, CpModel cp, List<LinearArgument> takes) {
        this.model = model;
        this.cp = cp;
        this.takes = takes;
    }

    /**
     * On where exactly these takes are taken at these stores: each other one adds to the way out.
     */
    void addTo(LinearExprBuilder objective) {
        for (Correction correction : model.corrections()) {
            BoolVar holds = cp.newBoolVar("corrected");
            LinearExprBuilder sum = LinearExpr.newBuilder().addTerm(holds, 1);
            long needed = 1;
            for (int t = 0; t < takes.size(); t++) {
                if (correction.stores().contains(model.takes().get(t).store())) {
                    boolean isIn = correction.takes().contains(t);
                    sum.addTerm(used(t), isIn ? -1 : 1);
                    needed -= isIn ? 1 : 0;
                }
            }
            cp.addGreaterOrEqual(sum, needed);
            objective.addTerm(holds, correction.extra());
        }
    }

    private LinearArgument used(int position) {
        Take take = model.takes().get(position);
        if (take.whole()) {
            return takes.get(position);
        }
        return usedParts.computeIfAbsent(
                position,
                _ -> {
                    BoolVar isUsed = cp.newBoolVar("u" + position);
                    cp.addLessOrEqual(takes.get(position), LinearExpr.term(isUsed, take.most()));
                    cp.addLessOrEqual(isUsed, takes.get(position));
                    return isUsed;
                });
    }
}
