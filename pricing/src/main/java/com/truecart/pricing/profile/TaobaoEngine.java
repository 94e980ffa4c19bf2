package com.truecart.pricing.profile;

import static com.truecart.pricing.profile.Basis.AFTER_ITEMS;
import static com.truecart.pricing.profile.Basis.RUNNING;
import static com.truecart.pricing.profile.ChinesePlatform.platform;
import static com.truecart.pricing.profile.ChinesePlatform.shared;
import static com.truecart.pricing.profile.Lanes.bestOfItsLines;
import static java.math.RoundingMode.DOWN;

import com.truecart.model.Promotion.Stage;

/**
 * Taobao and Tmall as of the rule of August 2020: store and platform thresholds look at the price
 * after item promotions, before coupons; a cross-store share beyond what is left of a sub-order is
 * lost.
 */
final class TaobaoEngine {

    static final EngineProfile PROFILE =
            platform(
                    "taobao",
                    "2020-08",
                    DOWN,
                    bestOfItsLines(AFTER_ITEMS, shared(AFTER_ITEMS, DOWN), Stage.STORE_ORDER),
                    bestOfItsLines(AFTER_ITEMS, shared(RUNNING, DOWN), Stage.STORE_COUPON),
                    bestOfItsLines(AFTER_ITEMS, shared(AFTER_ITEMS, DOWN), Stage.PLATFORM));

    private TaobaoEngine() {}
}
