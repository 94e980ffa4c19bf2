package com.truecart.pricing.profile;

import static com.truecart.pricing.profile.Arithmetic.Point.LINE_CARRIED;
import static com.truecart.pricing.profile.Arithmetic.Point.TOTAL;
import static com.truecart.pricing.profile.Basis.ORIGINAL;
import static com.truecart.pricing.profile.Basis.RUNNING;
import static com.truecart.pricing.profile.Lane.Order.PRIORITY_ASCENDING;
import static com.truecart.pricing.profile.Lanes.all;
import static com.truecart.pricing.profile.Lanes.arithmetic;
import static com.truecart.pricing.profile.Lanes.engine;
import static com.truecart.pricing.profile.Lanes.running;
import static java.math.RoundingMode.HALF_UP;

import com.truecart.model.Promotion.Evidence;
import com.truecart.model.Promotion.Stage;
import com.truecart.pricing.profile.Arithmetic.Spread;

/** Magento 2.4.7 and later: rules by sort order, all stack, rounding errors carried along. */
final class MagentoEngine {

    static final EngineProfile PROFILE =
            engine("magento", "2.4.7+", Evidence.STATED)
                    .lane(
                            all(
                                    PRIORITY_ASCENDING,
                                    ORIGINAL,
                                    arithmetic(
                                            RUNNING,
                                            LINE_CARRIED,
                                            HALF_UP,
                                            RUNNING,
                                            Spread.CARRIED),
                                    Stage.ITEM,
                                    Stage.QUANTITY,
                                    Stage.STORE_ORDER,
                                    Stage.STORE_COUPON,
                                    Stage.PLATFORM))
                    .lane(
                            all(
                                    PRIORITY_ASCENDING,
                                    ORIGINAL,
                                    running(TOTAL, HALF_UP),
                                    Stage.DELIVERY))
                    .build();

    private MagentoEngine() {}
}
