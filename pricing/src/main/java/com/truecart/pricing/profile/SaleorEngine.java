package com.truecart.pricing.profile;

import static com.truecart.pricing.profile.Arithmetic.Point.LINE;
import static com.truecart.pricing.profile.Arithmetic.Point.TOTAL;
import static com.truecart.pricing.profile.Arithmetic.Point.UNIT;
import static com.truecart.pricing.profile.Basis.LANE_START;
import static com.truecart.pricing.profile.Basis.ORIGINAL;
import static com.truecart.pricing.profile.Basis.RUNNING;
import static com.truecart.pricing.profile.Lane.Choice.BEST_PER_LINE;
import static com.truecart.pricing.profile.Lane.Order.PRIORITY_ASCENDING;
import static com.truecart.pricing.profile.Lane.Reached.AT;
import static com.truecart.pricing.profile.Lane.Walk.PROMOTION_BY_PROMOTION;
import static com.truecart.pricing.profile.Lanes.arithmetic;
import static com.truecart.pricing.profile.Lanes.best;
import static com.truecart.pricing.profile.Lanes.engine;
import static com.truecart.pricing.profile.Lanes.running;
import static com.truecart.pricing.profile.Lanes.stages;
import static java.math.RoundingMode.HALF_UP;

import com.truecart.model.Promotion.Evidence;
import com.truecart.model.Promotion.Stage;
import com.truecart.pricing.profile.Arithmetic.Point;
import com.truecart.pricing.profile.Arithmetic.Spread;

/**
 * Saleor 3.20 and later: best catalogue rule (stage ITEM), then a voucher for some products
 * (QUANTITY) or for the order (STORE_COUPON), and only without a voucher the best order rule.
 */
final class SaleorEngine {

    static final EngineProfile PROFILE =
            engine("saleor", "3.20+", Evidence.STATED)
                    .lane(saleorLines(ORIGINAL, UNIT, Stage.ITEM))
                    .lane(saleorLines(RUNNING, LINE, Stage.QUANTITY))
                    .lane(best(LANE_START, lastTakesRest(), Stage.STORE_COUPON))
                    .lane(
                            best(LANE_START, lastTakesRest(), Stage.STORE_ORDER, Stage.PLATFORM)
                                    .yieldingTo(Stage.QUANTITY, Stage.STORE_COUPON))
                    .lane(best(RUNNING, running(TOTAL, HALF_UP), Stage.DELIVERY))
                    .build();

    private SaleorEngine() {}

    private static Lane saleorLines(Basis base, Point point, Stage stage) {
        return new Lane(
                stages(arithmetic(base, point, HALF_UP, RUNNING, Spread.LAST_TAKES_REST), stage),
                PROMOTION_BY_PROMOTION,
                BEST_PER_LINE,
                PRIORITY_ASCENDING,
                LANE_START,
                AT);
    }

    private static Arithmetic lastTakesRest() {
        return arithmetic(RUNNING, TOTAL, HALF_UP, RUNNING, Spread.LAST_TAKES_REST);
    }
}
