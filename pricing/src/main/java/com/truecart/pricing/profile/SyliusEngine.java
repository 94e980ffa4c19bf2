package com.truecart.pricing.profile;

import static com.truecart.pricing.profile.Arithmetic.Point.TOTAL;
import static com.truecart.pricing.profile.Arithmetic.Point.UNIT;
import static com.truecart.pricing.profile.Basis.ORIGINAL;
import static com.truecart.pricing.profile.Basis.RUNNING;
import static com.truecart.pricing.profile.Lane.Choice.FIRST_EXCLUSIVE_OR_ALL;
import static com.truecart.pricing.profile.Lane.Order.PRIORITY_DESCENDING;
import static com.truecart.pricing.profile.Lane.Reached.AT;
import static com.truecart.pricing.profile.Lane.Walk.PROMOTION_BY_PROMOTION;
import static com.truecart.pricing.profile.Lanes.arithmetic;
import static com.truecart.pricing.profile.Lanes.engine;
import static com.truecart.pricing.profile.Lanes.running;
import static com.truecart.pricing.profile.Lanes.stages;
import static java.math.RoundingMode.HALF_UP;

import com.truecart.model.Promotion.Evidence;
import com.truecart.model.Promotion.Stage;
import com.truecart.pricing.profile.Arithmetic.Spread;
import java.util.EnumMap;
import java.util.Map;

/** Sylius 2: by priority, all kinds mixed with those on delivery, the first exclusive one alone. */
final class SyliusEngine {

    static final EngineProfile PROFILE =
            engine("sylius", "2.x", Evidence.STATED)
                    .lane(
                            new Lane(
                                    sylius(),
                                    PROMOTION_BY_PROMOTION,
                                    FIRST_EXCLUSIVE_OR_ALL,
                                    PRIORITY_DESCENDING,
                                    RUNNING,
                                    AT))
                    .build();

    private SyliusEngine() {}

    private static Map<Stage, Arithmetic> sylius() {
        Arithmetic ofOrder = arithmetic(RUNNING, TOTAL, HALF_UP, RUNNING, Spread.FIRST_TAKE_REST);
        Map<Stage, Arithmetic> all =
                new EnumMap<>(
                        stages(ofOrder, Stage.STORE_ORDER, Stage.STORE_COUPON, Stage.PLATFORM));
        Arithmetic ofUnits = arithmetic(ORIGINAL, UNIT, HALF_UP, RUNNING, Spread.FIRST_TAKE_REST);
        all.putAll(stages(ofUnits, Stage.ITEM, Stage.QUANTITY));
        all.putAll(stages(running(TOTAL, HALF_UP), Stage.DELIVERY));
        return all;
    }
}
