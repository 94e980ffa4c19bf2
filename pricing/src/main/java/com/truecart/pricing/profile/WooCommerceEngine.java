package com.truecart.pricing.profile;

import static com.truecart.pricing.profile.Arithmetic.Point.TOTAL;
import static com.truecart.pricing.profile.Basis.ORIGINAL;
import static com.truecart.pricing.profile.Basis.RUNNING;
import static com.truecart.pricing.profile.Lane.Order.KIND;
import static com.truecart.pricing.profile.Lanes.all;
import static com.truecart.pricing.profile.Lanes.arithmetic;
import static com.truecart.pricing.profile.Lanes.engine;
import static com.truecart.pricing.profile.Lanes.running;
import static java.math.RoundingMode.HALF_DOWN;
import static java.math.RoundingMode.HALF_UP;

import com.truecart.model.Promotion.Evidence;
import com.truecart.model.Promotion.Stage;
import com.truecart.pricing.profile.Arithmetic.Spread;

/** WooCommerce core coupons, with either setting of "calculate coupon discounts sequentially". */
final class WooCommerceEngine {

    /**
     * WooCommerce core coupons, not sequential; thresholds look at the subtotal before every
     * coupon.
     */
    static final EngineProfile TOGETHER = wooCommerce("woocommerce", ORIGINAL);

    /** WooCommerce with the setting "calculate coupon discounts sequentially". */
    static final EngineProfile SEQUENTIAL = wooCommerce("woocommerce-sequential", RUNNING);

    private WooCommerceEngine() {}

    private static EngineProfile wooCommerce(String name, Basis rates) {
        return engine(name, "10.x", Evidence.STATED)
                .lane(
                        all(
                                KIND,
                                ORIGINAL,
                                arithmetic(rates, TOTAL, HALF_DOWN, RUNNING, Spread.EQUAL_PER_UNIT),
                                Stage.ITEM,
                                Stage.QUANTITY,
                                Stage.STORE_ORDER,
                                Stage.STORE_COUPON,
                                Stage.PLATFORM))
                .lane(all(KIND, RUNNING, running(TOTAL, HALF_UP), Stage.DELIVERY))
                .build();
    }
}
