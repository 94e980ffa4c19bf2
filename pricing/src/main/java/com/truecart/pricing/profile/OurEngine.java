package com.truecart.pricing.profile;

import static com.truecart.pricing.profile.Arithmetic.Point.TOTAL;
import static com.truecart.pricing.profile.Arithmetic.Point.UNIT;
import static com.truecart.pricing.profile.Lane.Choice.ALL;
import static com.truecart.pricing.profile.Lane.Choice.BEST_DIVISION;
import static com.truecart.pricing.profile.Lane.Choice.BEST_ONE;
import static com.truecart.pricing.profile.Lane.Choice.BEST_ONE_OF_ITS_LINES;
import static com.truecart.pricing.profile.Lane.Choice.BEST_PER_LINE;
import static com.truecart.pricing.profile.Lanes.lane;
import static com.truecart.pricing.profile.Lanes.running;
import static java.math.RoundingMode.HALF_UP;

import com.truecart.model.Promotion.Evidence;
import com.truecart.model.Promotion.Stage;
import com.truecart.pricing.profile.Arithmetic.Point;
import com.truecart.pricing.profile.EngineProfile.FreeDelivery;
import com.truecart.pricing.profile.EngineProfile.Lines;
import com.truecart.pricing.profile.EngineProfile.Precision;
import com.truecart.pricing.profile.EngineProfile.Prices;
import com.truecart.pricing.profile.EngineProfile.Search;
import java.util.List;
import java.util.Set;

/**
 * Where nothing is known of a store's engine: for each unit its best price, for units their best
 * division, then the best one of each kind of order promotion; whatever does not depend on
 * anybody's odd habit.
 */
final class OurEngine {

    static final EngineProfile PROFILE =
            new EngineProfile(
                    "ours",
                    "2026-11",
                    Evidence.ASSUMED,
                    Lines.MERGED,
                    List.of(
                            lane(Stage.ITEM, ours(UNIT), BEST_PER_LINE),
                            lane(Stage.QUANTITY, ours(TOTAL), BEST_DIVISION),
                            lane(Stage.STORE_ORDER, ours(TOTAL), BEST_ONE_OF_ITS_LINES),
                            lane(Stage.STORE_COUPON, ours(TOTAL), BEST_ONE_OF_ITS_LINES),
                            lane(Stage.PLATFORM, ours(TOTAL), BEST_ONE_OF_ITS_LINES),
                            lane(Stage.DELIVERY, ours(TOTAL), BEST_ONE),
                            lane(Stage.STORED_VALUE, ours(TOTAL), ALL),
                            lane(Stage.PAYMENT, ours(TOTAL), BEST_ONE_OF_ITS_LINES)),
                    Search.AS_IT_GOES,
                    Precision.MINOR_UNITS,
                    Prices.GROSS,
                    FreeDelivery.AFTER_PROMOTIONS,
                    1,
                    Set.of());

    private OurEngine() {}

    private static Arithmetic ours(Point point) {
        return running(point, HALF_UP);
    }
}
