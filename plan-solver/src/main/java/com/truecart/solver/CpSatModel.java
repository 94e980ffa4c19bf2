package com.truecart.solver;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.LinearArgument;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import com.google.ortools.sat.Literal;
import com.truecart.model.Money;
import com.truecart.pricing.plan.model.Demand;
import com.truecart.pricing.plan.model.ModelStore;
import com.truecart.pricing.plan.model.PlanModel;
import com.truecart.pricing.plan.model.Selection;
import com.truecart.pricing.plan.model.Slot;
import com.truecart.pricing.plan.model.Step;
import com.truecart.pricing.plan.model.Take;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A basket's numbers as a model for CP-SAT: linear throughout, one switch for each step a slot can
 * be on (the pattern formulation: a relaxation of it is far tighter than one of conditions).
 */
final class CpSatModel {
    private final PlanModel model;
    private final CpModel cp = new CpModel();
    private final LinearExprBuilder objective = LinearExpr.newBuilder();
    private final List<LinearArgument> takes = new ArrayList<>();
    private final List<BoolVar> stores = new ArrayList<>();
    private final Map<Integer, LinearExprBuilder> lanes = new HashMap<>();

    /** By slot: what it takes off goods. */
    private final List<LinearExpr> goodsOff = new ArrayList<>();

    /** By slot: what it takes off goods in the hint. */
    private final List<Long> hintedOff = new ArrayList<>();

    private final Selection hint;
    private final Set<Integer> hintedStores = new HashSet<>();

    CpSatModel(PlanModel model, Selection hint) {
        this.model = model;
        this.hint = hint;
        addStores();
        addTakes();
        addDemands();
        addSlots();
        addMinimums();
        new CorrectionParts(model, cp, takes).addTo(objective);
        cp.minimize(objective);
    }

    CpModel cp() {
        return cp;
    }

    /** What is wrong with the model; empty where nothing is. */
    String problem() {
        return cp.validate();
    }

    Selection selection(CpSolver solver) {
        int[] units = new int[takes.size()];
        for (int t = 0; t < units.length; t++) {
            long value = solver.value(takes.get(t));
            units[t] = (int) (model.takes().get(t).whole() ? value * most(t) : value);
        }
        return new Selection(units);
    }

    private int most(int take) {
        return model.takes().get(take).most();
    }

    private void addStores() {
        for (int t = 0; t < model.takes().size(); t++) {
            if (hint.units(t) > 0) {
                hintedStores.add(model.takes().get(t).store());
            }
        }
        for (int s = 0; s < model.stores().size(); s++) {
            ModelStore store = model.stores().get(s);
            BoolVar isUsed = cp.newBoolVar("y" + s);
            cp.addHint(isUsed, hintedStores.contains(s));
            objective.addTerm(isUsed, store.fee());
            stores.add(isUsed);
        }
        if (model.maxStores().isPresent()) {
            cp.addLessOrEqual(
                    LinearExpr.sum(stores.toArray(LinearArgument[]::new)),
                    model.maxStores().getAsInt());
        }
    }

    private void addTakes() {
        for (int t = 0; t < model.takes().size(); t++) {
            Take take = model.takes().get(t);
            BoolVar store = stores.get(take.store());
            if (isOut(t)) {
                takes.add(cp.falseLiteral());
            } else if (take.whole()) {
                BoolVar isTaken = cp.newBoolVar("x" + t);
                cp.addHint(isTaken, hint.units(t) > 0);
                cp.addImplication(isTaken, store);
                takes.add(isTaken);
            } else {
                IntVar units = cp.newIntVar(0, take.most(), "n" + t);
                cp.addHint(units, hint.units(t));
                cp.addLessOrEqual(units, LinearExpr.term(store, take.most()));
                takes.add(units);
            }
            objective.addTerm(takes.get(t), take.low());
        }
    }

    private boolean isOut(int take) {
        return model.ruledOut().takes().contains(take) && hint.units(take) == 0;
    }

    private void addDemands() {
        List<List<Integer>> byWant = new ArrayList<>();
        model.demands().forEach(_ -> byWant.add(new ArrayList<>()));
        for (int t = 0; t < takes.size(); t++) {
            byWant.get(model.takes().get(t).want()).add(t);
        }
        for (int want = 0; want < byWant.size(); want++) {
            Demand demand = model.demands().get(want);
            LinearExprBuilder given = LinearExpr.newBuilder();
            List<Literal> whole = new ArrayList<>();
            long most = 0;
            long hinted = 0;
            for (int t : byWant.get(want)) {
                Take take = model.takes().get(t);
                given.addTerm(takes.get(t), take.whole() ? take.most() : 1);
                most = take.whole() ? Math.max(most, take.most()) : most + take.most();
                hinted += hint.units(t);
                if (takes.get(t) instanceof Literal literal && take.whole()) {
                    whole.add(literal);
                }
            }
            boolean mayBeMissing = model.mayMiss(want) || most < demand.units();
            if (mayBeMissing) {
                BoolVar isMissing = cp.newBoolVar("m" + want);
                cp.addHint(isMissing, hinted < demand.units());
                given.addTerm(isMissing, demand.units());
                objective.addTerm(isMissing, demand.missingCost());
                whole.add(isMissing);
            }
            if (whole.size() == byWant.get(want).size() + (mayBeMissing ? 1 : 0)) {
                cp.addExactlyOne(whole);
            } else {
                cp.addEquality(given, demand.units());
            }
        }
    }

    private void addSlots() {
        for (int slot = 0; slot < model.slots().size(); slot++) {
            addSlot(slot);
        }
        lanes.values().forEach(lane -> cp.addLessOrEqual(lane, 1));
    }

    private void addSlot(int number) {
        Slot slot = model.slots().get(number);
        LinearExprBuilder spend = LinearExpr.newBuilder();
        long mostSpend = 0;
        long hinted = 0;
        Set<Integer> at = new HashSet<>();
        for (int t : slot.takes()) {
            Take take = model.takes().get(t);
            at.add(take.store());
            if (isOut(t)) {
                continue;
            }
            spend.addTerm(takes.get(t), take.high());
            mostSpend += take.highOf(take.most());
            hinted += hint.units(t) > 0 ? take.highOf(hint.units(t)) : 0;
        }
        for (int earlier : slot.after()) {
            spend.addTerm(goodsOff.get(earlier), -1);
            hinted -= hintedOff.get(earlier);
        }
        LinearExprBuilder reached = LinearExpr.newBuilder();
        LinearExprBuilder off = LinearExpr.newBuilder();
        LinearExprBuilder chosen = LinearExpr.newBuilder();
        List<Step> steps =
                slot.steps().stream().sorted(Comparator.comparingLong(Step::from)).toList();
        List<BoolVar> on = new ArrayList<>();
        Step best = Steps.bestAt(slot, hinted);
        hintedOff.add(best.covers(hinted) ? best.goodsOffAt(hinted) : 0);
        for (Step step : steps) {
            if (step.from() > mostSpend) {
                break;
            }
            boolean isOut = model.ruledOut().isStepOut(number, slot.steps().indexOf(step));
            if (isOut && !step.equals(best)) {
                continue;
            }
            BoolVar isOn = cp.newBoolVar("step");
            cp.addHint(isOn, step.equals(best));
            on.add(isOn);
            chosen.addTerm(isOn, 1);
            // nothing comes off where nothing is bought
            reached.addTerm(isOn, Math.max(1, step.from()));
            if (step.to() < mostSpend && Steps.isWorseLater(slot, step, mostSpend)) {
                // spend <= to where on; else nothing
                cp.addLessOrEqual(
                        LinearExpr.newBuilder().add(spend).addTerm(isOn, mostSpend - step.to()),
                        mostSpend);
            }
            off.addTerm(isOn, Math.min(step.goodsOff(), step.most()));
            objective.addTerm(isOn, -Math.min(step.goodsOff(), step.most()) - step.feeOff());
            if (step.ratePpm() > 0) {
                IntVar share = addShare(step, isOn, spend, mostSpend);
                cp.addHint(
                        share,
                        step.equals(best)
                                ? step.goodsOffAt(hinted) - Math.min(step.goodsOff(), step.most())
                                : 0);
                off.addTerm(share, 1);
                objective.addTerm(share, -1);
            }
        }
        if (model.takesEveryStep() && isSeenLater(goodsOff.size())) {
            takeWhatIsReached(steps, on, spend, mostSpend);
        }
        if (!on.isEmpty()) {
            cp.addLessOrEqual(reached, spend);
            cp.addAtMostOne(on.toArray(Literal[]::new));
            boolean isSure = model.ruledOut().sureSlots().contains(number);
            boolean isReached = best.covers(hinted);
            if (at.size() == 1) {
                int store = at.iterator().next();
                cp.addLessOrEqual(chosen, stores.get(store));
                if (isSure
                        && slot.after().isEmpty()
                        && (isReached || !hintedStores.contains(store))) {
                    cp.addGreaterOrEqual(chosen, stores.get(store));
                }
            } else if (isSure && isReached) {
                cp.addExactlyOne(on.toArray(Literal[]::new));
            }
            if (slot.lane() != Slot.FREE) {
                lanes.computeIfAbsent(slot.lane(), _ -> LinearExpr.newBuilder()).add(chosen);
            }
        }
        goodsOff.add(off.build());
    }

    /** A store that is bought from is bought from for its least order. */
    private void addMinimums() {
        for (int s = 0; s < stores.size(); s++) {
            ModelStore store = model.stores().get(s);
            if (store.minimum() == 0) {
                continue;
            }
            LinearExprBuilder goods = LinearExpr.newBuilder();
            for (int t = 0; t < takes.size(); t++) {
                if (model.takes().get(t).store() == s) {
                    goods.addTerm(takes.get(t), model.takes().get(t).high());
                }
            }
            for (int slot = 0; slot < goodsOff.size() && store.exact(); slot++) {
                if (model.isOfOneStore(slot, s)) {
                    goods.addTerm(goodsOff.get(slot), -1);
                }
            }
            cp.addGreaterOrEqual(goods, LinearExpr.term(stores.get(s), store.minimum()));
        }
    }

    private boolean isSeenLater(int slot) {
        return model.slots().stream().anyMatch(later -> later.after().contains(slot));
    }

    /** Below a step's beginning, or on it, or on one that begins later. */
    private void takeWhatIsReached(
            List<Step> steps, List<BoolVar> on, LinearExprBuilder spend, long mostSpend) {
        for (int i = 0; i < on.size(); i++) {
            long from = Math.max(1, steps.get(i).from());
            LinearExprBuilder most = LinearExpr.newBuilder().add(from - 1);
            for (int j = i; j < on.size(); j++) {
                most.addTerm(on.get(j), mostSpend - from + 1);
            }
            cp.addLessOrEqual(spend, most);
        }
    }

    /** A share of the spend, rounded half up, where the step is on; else nothing. */
    private IntVar addShare(Step step, BoolVar isOn, LinearExprBuilder spend, long mostSpend) {
        long most =
                Math.min(
                        step.most() - Math.min(step.goodsOff(), step.most()),
                        Math.max(0, step.goodsOffAt(mostSpend) - step.goodsOff()));
        IntVar share = cp.newIntVar(0, most, "share");
        cp.addLessOrEqual(share, LinearExpr.term(isOn, most));
        long common = gcd(Money.PPM, step.ratePpm());
        cp.addLessOrEqual(
                LinearExpr.term(share, Money.PPM / common),
                LinearExpr.newBuilder()
                        .addTerm(spend.build(), step.ratePpm() / common)
                        .add(Math.floorDiv(step.shiftPpm() + Money.PPM / 2, common)));
        return share;
    }

    private static long gcd(long a, long b) {
        return b == 0 ? a : gcd(b, a % b);
    }
}
