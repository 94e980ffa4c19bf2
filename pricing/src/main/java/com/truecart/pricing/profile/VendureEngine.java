package com.truecart.pricing.profile;

import static com.truecart.pricing.profile.Arithmetic.Point.LINE;
import static com.truecart.pricing.profile.Arithmetic.Point.TOTAL;
import static com.truecart.pricing.profile.Basis.ORIGINAL;
import static com.truecart.pricing.profile.Basis.RUNNING;
import static com.truecart.pricing.profile.Lane.Order.PRIORITY_ASCENDING;
import static com.truecart.pricing.profile.Lane.Walk.LINE_BY_LINE;
import static com.truecart.pricing.profile.Lane.Walk.PROMOTION_BY_PROMOTION;
import static com.truecart.pricing.profile.Lanes.all;
import static com.truecart.pricing.profile.Lanes.arithmetic;
import static com.truecart.pricing.profile.Lanes.engine;
import static com.truecart.pricing.profile.Lanes.running;
import static java.math.RoundingMode.HALF_DOWN;
import static java.math.RoundingMode.HALF_UP;

import com.truecart.model.Promotion.Evidence;
import com.truecart.model.Promotion.Stage;
import com.truecart.pricing.profile.Arithmetic.Spread;
import com.truecart.pricing.profile.EngineProfile.Precision;

/**
 * Vendure 3.7.3, quoted by codes, all lines in one call, address, delivery method: three passes.
 */
final class VendureEngine {

    static final EngineProfile PROFILE =
            engine("vendure", "3.7.3", Evidence.VERIFIED)
                    .lane(
                            all(
                                    LINE_BY_LINE,
                                    PRIORITY_ASCENDING,
                                    RUNNING,
                                    arithmetic(
                                            ORIGINAL,
                                            LINE,
                                            HALF_DOWN,
                                            RUNNING,
                                            Spread.GROSS_REMAINDER_LAST),
                                    Stage.ITEM,
                                    Stage.QUANTITY))
                    .lane(
                            all(
                                    PROMOTION_BY_PROMOTION,
                                    PRIORITY_ASCENDING,
                                    RUNNING,
                                    arithmetic(
                                            RUNNING,
                                            TOTAL,
                                            HALF_DOWN,
                                            RUNNING,
                                            Spread.GROSS_REMAINDER_LAST),
                                    Stage.STORE_ORDER,
                                    Stage.STORE_COUPON,
                                    Stage.PLATFORM))
                    .lane(all(PRIORITY_ASCENDING, RUNNING, running(TOTAL, HALF_UP), Stage.DELIVERY))
                    .precision(Precision.BINARY)
                    .passes(3)
                    .build();

    private VendureEngine() {}
}
