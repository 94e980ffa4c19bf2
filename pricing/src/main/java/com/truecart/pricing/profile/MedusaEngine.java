package com.truecart.pricing.profile;

import static com.truecart.pricing.profile.Arithmetic.Point.LINE;
import static com.truecart.pricing.profile.Basis.ORIGINAL;
import static com.truecart.pricing.profile.Basis.RUNNING;
import static com.truecart.pricing.profile.Lane.Order.VALUE_DESCENDING;
import static com.truecart.pricing.profile.Lanes.all;
import static com.truecart.pricing.profile.Lanes.engine;
import static com.truecart.pricing.profile.Lanes.running;
import static java.math.RoundingMode.HALF_UP;

import com.truecart.model.Promotion.Evidence;
import com.truecart.model.Promotion.Stage;
import com.truecart.pricing.profile.Arithmetic.Cap;
import com.truecart.pricing.profile.Arithmetic.Spread;
import com.truecart.pricing.profile.EngineProfile.Precision;

/**
 * Medusa 2: all stack on what is left, by bare value, kept as decimals until goods and fee are paid
 * together; thresholds look at the subtotal before promotions.
 */
final class MedusaEngine {

    /**
     * 0.0001: {@code calculateAdjustmentAmountFromPromotion} in its utils/totals/promotion makes
     * nothing of a share up to that. It has no such limit for fees.
     */
    private static final long MEDUSA_EPSILON = 100;

    static final EngineProfile PROFILE =
            engine("medusa", "2.x, 2026 source", Evidence.STATED)
                    .lane(
                            all(
                                    VALUE_DESCENDING,
                                    ORIGINAL,
                                    new Arithmetic(
                                            RUNNING,
                                            LINE,
                                            HALF_UP,
                                            RUNNING,
                                            Spread.LARGEST_REMAINDER,
                                            Cap.FIRST_LINES_FIRST,
                                            MEDUSA_EPSILON),
                                    Stage.ITEM,
                                    Stage.QUANTITY,
                                    Stage.STORE_ORDER,
                                    Stage.STORE_COUPON,
                                    Stage.PLATFORM))
                    .lane(all(VALUE_DESCENDING, ORIGINAL, running(LINE, HALF_UP), Stage.DELIVERY))
                    .precision(Precision.MILLIONTHS)
                    .build();

    private MedusaEngine() {}
}
