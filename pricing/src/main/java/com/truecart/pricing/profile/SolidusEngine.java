package com.truecart.pricing.profile;

import static com.truecart.pricing.profile.Arithmetic.Point.LINE;
import static com.truecart.pricing.profile.Arithmetic.Point.TOTAL;
import static com.truecart.pricing.profile.Basis.LANE_START;
import static com.truecart.pricing.profile.Basis.ORIGINAL;
import static com.truecart.pricing.profile.Lane.Choice.BEST_ONE;
import static com.truecart.pricing.profile.Lane.Choice.BEST_PER_LINE;
import static com.truecart.pricing.profile.Lane.Order.PRIORITY_ASCENDING;
import static com.truecart.pricing.profile.Lane.Reached.ABOVE;
import static com.truecart.pricing.profile.Lane.Walk.PROMOTION_BY_PROMOTION;
import static com.truecart.pricing.profile.Lanes.arithmetic;
import static com.truecart.pricing.profile.Lanes.engine;
import static com.truecart.pricing.profile.Lanes.running;
import static com.truecart.pricing.profile.Lanes.stages;
import static java.math.RoundingMode.HALF_UP;

import com.truecart.model.Promotion.Evidence;
import com.truecart.model.Promotion.Stage;
import com.truecart.pricing.profile.Arithmetic.Spread;

/**
 * Solidus promotions gem: lanes in sequence (pre, default, post), in each one winner for each line.
 */
final class SolidusEngine {

    static final EngineProfile PROFILE =
            engine("solidus", "4.5 promotions", Evidence.STATED)
                    .lane(solidus(Stage.ITEM, Stage.QUANTITY))
                    .lane(solidus(Stage.STORE_ORDER))
                    .lane(solidus(Stage.STORE_COUPON, Stage.PLATFORM))
                    .lane(
                            new Lane(
                                    stages(running(TOTAL, HALF_UP), Stage.DELIVERY),
                                    PROMOTION_BY_PROMOTION,
                                    BEST_ONE,
                                    PRIORITY_ASCENDING,
                                    ORIGINAL,
                                    ABOVE))
                    .build();

    private SolidusEngine() {}

    private static Lane solidus(Stage... some) {
        return new Lane(
                stages(arithmetic(LANE_START, LINE, HALF_UP, LANE_START, Spread.BACKWARD), some),
                PROMOTION_BY_PROMOTION,
                BEST_PER_LINE,
                PRIORITY_ASCENDING,
                ORIGINAL,
                ABOVE);
    }
}
