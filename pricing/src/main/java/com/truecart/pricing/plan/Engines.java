package com.truecart.pricing.plan;

import com.truecart.model.Money;
import com.truecart.model.Promotion.Stage;
import com.truecart.pricing.profile.Arithmetic;
import com.truecart.pricing.profile.Basis;
import com.truecart.pricing.profile.EngineProfile;
import com.truecart.pricing.profile.EngineProfile.Precision;
import com.truecart.pricing.profile.EngineProfile.Prices;
import com.truecart.pricing.profile.EngineProfile.Search;
import com.truecart.pricing.profile.Lane;
import com.truecart.pricing.profile.Lane.Choice;
import com.truecart.pricing.profile.Lane.Reached;
import java.math.RoundingMode;
import java.util.List;

/** What the planner needs to know of a store's engine. */
final class Engines {
    private static final List<Stage> ORDER_STAGES =
            List.of(Stage.STORE_ORDER, Stage.STORE_COUPON, Stage.PLATFORM, Stage.DELIVERY);

    private Engines() {}

    /**
     * Whether an order's price follows from what its lines cost by themselves: of promotions on all
     * lines one a stage, the one that saves most, rounded once.
     */
    static boolean isBySpend(EngineProfile profile) {
        return profile.search() == Search.AS_IT_GOES
                && profile.precision() == Precision.MINOR_UNITS
                && profile.prices() == Prices.GROSS
                && profile.passes() == 1
                && ORDER_STAGES.stream().allMatch(stage -> isBySpend(profile.laneOf(stage), stage));
    }

    private static boolean isBySpend(Lane lane, Stage stage) {
        Arithmetic arithmetic = arithmetic(lane, stage);
        return lane.stages().size() == 1
                && (lane.choice() == Choice.BEST_ONE
                        || lane.choice() == Choice.BEST_ONE_OF_ITS_LINES)
                && lane.reached() == Reached.AT
                && lane.yieldsTo().isEmpty()
                && lane.threshold() != Basis.ORIGINAL
                && arithmetic.point() == Arithmetic.Point.TOTAL
                && arithmetic.base() != Basis.ORIGINAL
                && (arithmetic.mode() == RoundingMode.HALF_UP
                        || arithmetic.mode() == RoundingMode.DOWN);
    }

    private static Arithmetic arithmetic(Lane lane, Stage stage) {
        Arithmetic arithmetic = lane.stages().get(stage);
        if (arithmetic == null) {
            throw new IllegalStateException("a lane without its own stage: " + stage);
        }
        return arithmetic;
    }

    /** Whether thresholds of this stage look at the spend before all promotions on the order. */
    static boolean looksAtSpend(EngineProfile profile, Stage stage) {
        return profile.laneOf(stage).threshold() == Basis.AFTER_ITEMS;
    }

    /** Whether shares of this stage are taken of that spend. */
    static boolean sharesSpend(EngineProfile profile, Stage stage) {
        return arithmetic(profile.laneOf(stage), stage).base() == Basis.AFTER_ITEMS;
    }

    /** What is added, in parts of a million, before a share of this stage is rounded down. */
    static long halfPpm(EngineProfile profile, Stage stage) {
        return arithmetic(profile.laneOf(stage), stage).mode() == RoundingMode.HALF_UP
                ? Money.PPM / 2
                : 0;
    }

    /**
     * Whether of this stage one promotion applies at most.
     *
     * @param onAllLines whether only promotions are meant that lower every line
     */
    static boolean takesOne(EngineProfile profile, Stage stage, boolean onAllLines) {
        Choice choice = profile.laneOf(stage).choice();
        return choice == Choice.BEST_ONE || (onAllLines && choice == Choice.BEST_ONE_OF_ITS_LINES);
    }
}
