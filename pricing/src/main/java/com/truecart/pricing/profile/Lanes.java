package com.truecart.pricing.profile;

import static com.truecart.pricing.profile.Basis.RUNNING;
import static com.truecart.pricing.profile.Lane.Choice.ALL;
import static com.truecart.pricing.profile.Lane.Choice.BEST_ONE;
import static com.truecart.pricing.profile.Lane.Choice.BEST_ONE_OF_ITS_LINES;
import static com.truecart.pricing.profile.Lane.Order.PRIORITY_ASCENDING;
import static com.truecart.pricing.profile.Lane.Reached.AT;
import static com.truecart.pricing.profile.Lane.Walk.PROMOTION_BY_PROMOTION;

import com.truecart.model.Promotion.Evidence;
import com.truecart.model.Promotion.Stage;
import com.truecart.pricing.profile.Arithmetic.Point;
import com.truecart.pricing.profile.Arithmetic.Spread;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.Map;

/** Lanes and their arithmetic, said in the few words most engines need. */
final class Lanes {

    private Lanes() {}

    static ProfileBuilder engine(String name, String version, Evidence evidence) {
        return new ProfileBuilder(name, version, evidence);
    }

    static Lane lane(Stage stage, Arithmetic arithmetic, Lane.Choice choice) {
        return new Lane(
                Map.of(stage, arithmetic),
                PROMOTION_BY_PROMOTION,
                choice,
                PRIORITY_ASCENDING,
                RUNNING,
                AT);
    }

    static Lane all(Lane.Order order, Basis threshold, Arithmetic how, Stage... some) {
        return all(PROMOTION_BY_PROMOTION, order, threshold, how, some);
    }

    static Lane all(
            Lane.Walk walk, Lane.Order order, Basis threshold, Arithmetic how, Stage... some) {
        return new Lane(stages(how, some), walk, ALL, order, threshold, AT);
    }

    static Lane best(Basis threshold, Arithmetic how, Stage... some) {
        return new Lane(
                stages(how, some),
                PROMOTION_BY_PROMOTION,
                BEST_ONE,
                PRIORITY_ASCENDING,
                threshold,
                AT);
    }

    static Lane bestOfItsLines(Basis threshold, Arithmetic how, Stage stage) {
        return new Lane(
                Map.of(stage, how),
                PROMOTION_BY_PROMOTION,
                BEST_ONE_OF_ITS_LINES,
                PRIORITY_ASCENDING,
                threshold,
                AT);
    }

    static Map<Stage, Arithmetic> stages(Arithmetic how, Stage... some) {
        Map<Stage, Arithmetic> all = new EnumMap<>(Stage.class);
        for (Stage stage : some) {
            all.put(stage, how);
        }
        return all;
    }

    static Arithmetic arithmetic(
            Basis base, Point point, RoundingMode mode, Basis weights, Spread spread) {
        return new Arithmetic(base, point, mode, weights, spread);
    }

    static Arithmetic running(Point point, RoundingMode mode) {
        return arithmetic(RUNNING, point, mode, RUNNING, Spread.LARGEST_REMAINDER);
    }
}
