package com.truecart.pricing.profile;

import static com.truecart.pricing.profile.Arithmetic.Point.LINE;
import static com.truecart.pricing.profile.Arithmetic.Point.TOTAL;
import static com.truecart.pricing.profile.Basis.ORIGINAL;
import static com.truecart.pricing.profile.Basis.RUNNING;
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
 * Spree 6: one winner for each line and one for the order; thresholds above the undiscounted total.
 */
final class SpreeEngine {

    static final EngineProfile PROFILE =
            engine("spree", "6.0", Evidence.STATED)
                    .lane(
                            new Lane(
                                    stages(
                                            arithmetic(
                                                    ORIGINAL,
                                                    LINE,
                                                    HALF_UP,
                                                    RUNNING,
                                                    Spread.LARGEST_REMAINDER),
                                            Stage.ITEM,
                                            Stage.QUANTITY),
                                    PROMOTION_BY_PROMOTION,
                                    BEST_PER_LINE,
                                    PRIORITY_ASCENDING,
                                    ORIGINAL,
                                    ABOVE))
                    .lane(
                            new Lane(
                                    stages(
                                            arithmetic(
                                                    ORIGINAL,
                                                    TOTAL,
                                                    HALF_UP,
                                                    RUNNING,
                                                    Spread.LARGEST_REMAINDER),
                                            Stage.STORE_ORDER,
                                            Stage.STORE_COUPON,
                                            Stage.PLATFORM),
                                    PROMOTION_BY_PROMOTION,
                                    BEST_ONE,
                                    PRIORITY_ASCENDING,
                                    ORIGINAL,
                                    ABOVE))
                    .lane(
                            new Lane(
                                    stages(running(TOTAL, HALF_UP), Stage.DELIVERY),
                                    PROMOTION_BY_PROMOTION,
                                    BEST_ONE,
                                    PRIORITY_ASCENDING,
                                    ORIGINAL,
                                    ABOVE))
                    .build();

    private SpreeEngine() {}
}
