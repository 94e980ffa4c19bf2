package com.truecart.pricing.profile;

import static com.truecart.pricing.profile.Arithmetic.Point.TOTAL;
import static com.truecart.pricing.profile.Arithmetic.Point.UNIT;
import static com.truecart.pricing.profile.Basis.AFTER_ITEMS;
import static com.truecart.pricing.profile.Basis.LANE_START;
import static com.truecart.pricing.profile.Basis.RUNNING;
import static com.truecart.pricing.profile.Lane.Order.PRIORITY_THEN_SAVING;
import static com.truecart.pricing.profile.Lanes.all;
import static com.truecart.pricing.profile.Lanes.arithmetic;
import static com.truecart.pricing.profile.Lanes.engine;
import static com.truecart.pricing.profile.Lanes.running;
import static java.math.RoundingMode.HALF_EVEN;

import com.truecart.model.Promotion.Evidence;
import com.truecart.model.Promotion.Stage;
import com.truecart.pricing.profile.Arithmetic.Spread;

/** Broadleaf 6: item offers, then order offers tested anew on what the item offers left. */
final class BroadleafEngine {

    static final EngineProfile PROFILE =
            engine("broadleaf", "6.x", Evidence.STATED)
                    .lane(
                            all(
                                    PRIORITY_THEN_SAVING,
                                    LANE_START,
                                    arithmetic(
                                            RUNNING,
                                            UNIT,
                                            HALF_EVEN,
                                            RUNNING,
                                            Spread.HALF_EVEN_FIRST_TAKES_REST),
                                    Stage.ITEM,
                                    Stage.QUANTITY))
                    .lane(
                            all(
                                    PRIORITY_THEN_SAVING,
                                    LANE_START,
                                    arithmetic(
                                            RUNNING,
                                            TOTAL,
                                            HALF_EVEN,
                                            RUNNING,
                                            Spread.HALF_EVEN_FIRST_TAKES_REST),
                                    Stage.STORE_ORDER,
                                    Stage.STORE_COUPON,
                                    Stage.PLATFORM))
                    .lane(
                            all(
                                    PRIORITY_THEN_SAVING,
                                    AFTER_ITEMS,
                                    running(TOTAL, HALF_EVEN),
                                    Stage.DELIVERY))
                    .build();

    private BroadleafEngine() {}
}
