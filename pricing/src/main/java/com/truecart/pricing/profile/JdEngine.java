package com.truecart.pricing.profile;

import static com.truecart.pricing.profile.Basis.AFTER_ITEMS;
import static com.truecart.pricing.profile.Basis.LANE_START;
import static com.truecart.pricing.profile.Basis.RUNNING;
import static com.truecart.pricing.profile.ChinesePlatform.platform;
import static com.truecart.pricing.profile.ChinesePlatform.shared;
import static com.truecart.pricing.profile.Lanes.bestOfItsLines;
import static java.math.RoundingMode.HALF_UP;

import com.truecart.model.Promotion.Stage;
import com.truecart.pricing.profile.EngineProfile.FreeDelivery;

/**
 * JD as of 2023: coupons look at what total-price promotions left, free delivery at the goods
 * before coupons.
 */
final class JdEngine {

    static final EngineProfile PROFILE =
            platform(
                            "jd",
                            "2023",
                            HALF_UP,
                            bestOfItsLines(
                                    AFTER_ITEMS, shared(RUNNING, HALF_UP), Stage.STORE_ORDER),
                            bestOfItsLines(
                                    LANE_START, shared(RUNNING, HALF_UP), Stage.STORE_COUPON),
                            bestOfItsLines(LANE_START, shared(RUNNING, HALF_UP), Stage.PLATFORM))
                    .withFreeDelivery(FreeDelivery.BEFORE_COUPONS);

    private JdEngine() {}
}
