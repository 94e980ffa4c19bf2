package com.truecart.pricing.profile;

import static com.truecart.pricing.profile.Arithmetic.Point.TOTAL;
import static com.truecart.pricing.profile.Arithmetic.Point.UNIT;
import static com.truecart.pricing.profile.Basis.RUNNING;
import static com.truecart.pricing.profile.Lane.Choice.BEST_DIVISION;
import static com.truecart.pricing.profile.Lane.Choice.BEST_PER_LINE;
import static com.truecart.pricing.profile.Lanes.arithmetic;
import static com.truecart.pricing.profile.Lanes.best;
import static com.truecart.pricing.profile.Lanes.engine;
import static com.truecart.pricing.profile.Lanes.lane;
import static com.truecart.pricing.profile.Lanes.running;
import static java.math.RoundingMode.HALF_UP;

import com.truecart.model.Promotion.Evidence;
import com.truecart.model.Promotion.Stage;
import com.truecart.pricing.profile.Arithmetic.Spread;
import com.truecart.pricing.profile.EngineProfile.Lines;
import java.math.RoundingMode;

/** What Taobao and JD have in common: sub-orders, whose last line takes the odd cents. */
final class ChinesePlatform {

    private ChinesePlatform() {}

    static EngineProfile platform(
            String name,
            String version,
            RoundingMode ofUnits,
            Lane order,
            Lane coupon,
            Lane platform) {
        return engine(name, version, Evidence.ASSUMED)
                .lines(Lines.MERGED)
                .lane(
                        lane(
                                Stage.ITEM,
                                arithmetic(
                                        RUNNING,
                                        UNIT,
                                        ofUnits,
                                        RUNNING,
                                        Spread.DOWN_LAST_TAKES_REST),
                                BEST_PER_LINE))
                .lane(lane(Stage.QUANTITY, running(TOTAL, HALF_UP), BEST_DIVISION))
                .lane(order)
                .lane(coupon)
                .lane(platform)
                .lane(best(RUNNING, running(TOTAL, HALF_UP), Stage.DELIVERY))
                .build();
    }

    static Arithmetic shared(Basis weights, RoundingMode mode) {
        return arithmetic(RUNNING, TOTAL, mode, weights, Spread.DOWN_LAST_TAKES_REST);
    }
}
