package com.truecart.pricing.profile;

import static com.truecart.pricing.profile.Arithmetic.Point.TOTAL;
import static com.truecart.pricing.profile.Basis.AFTER_ITEMS;
import static com.truecart.pricing.profile.Basis.LANE_START;
import static com.truecart.pricing.profile.Lane.Choice.BEST_PER_LINE;
import static com.truecart.pricing.profile.Lane.Order.PRIORITY_ASCENDING;
import static com.truecart.pricing.profile.Lane.Reached.AT;
import static com.truecart.pricing.profile.Lane.Walk.PROMOTION_BY_PROMOTION;
import static com.truecart.pricing.profile.Lanes.all;
import static com.truecart.pricing.profile.Lanes.arithmetic;
import static com.truecart.pricing.profile.Lanes.best;
import static com.truecart.pricing.profile.Lanes.engine;
import static com.truecart.pricing.profile.Lanes.running;
import static com.truecart.pricing.profile.Lanes.stages;
import static java.math.RoundingMode.HALF_UP;

import com.truecart.model.Promotion.Evidence;
import com.truecart.model.Promotion.Stage;
import com.truecart.pricing.profile.Arithmetic.Spread;
import com.truecart.pricing.profile.EngineProfile.Search;

/**
 * Shopify native discounts: classes in sequence, the combination that is best for the customer, of
 * discounts that say of each other's class that they combine with it.
 */
final class ShopifyEngine {

    static final EngineProfile PROFILE =
            engine("shopify", "2026-10 documentation", Evidence.STATED)
                    .lane(
                            new Lane(
                                    stages(
                                            arithmetic(
                                                    LANE_START,
                                                    TOTAL,
                                                    HALF_UP,
                                                    LANE_START,
                                                    Spread.DOWN_FIRST_TAKE_REST),
                                            Stage.ITEM,
                                            Stage.QUANTITY),
                                    PROMOTION_BY_PROMOTION,
                                    BEST_PER_LINE,
                                    PRIORITY_ASCENDING,
                                    LANE_START,
                                    AT))
                    .lane(
                            all(
                                    PRIORITY_ASCENDING,
                                    LANE_START,
                                    arithmetic(
                                            LANE_START,
                                            TOTAL,
                                            HALF_UP,
                                            LANE_START,
                                            Spread.DOWN_FIRST_TAKE_REST),
                                    Stage.STORE_ORDER,
                                    Stage.STORE_COUPON,
                                    Stage.PLATFORM))
                    .lane(best(AFTER_ITEMS, running(TOTAL, HALF_UP), Stage.DELIVERY))
                    .search(Search.BEST_SUBSET)
                    .apartUnlessStated(
                            Stage.ITEM,
                            Stage.QUANTITY,
                            Stage.STORE_ORDER,
                            Stage.STORE_COUPON,
                            Stage.PLATFORM,
                            Stage.DELIVERY)
                    .build();

    private ShopifyEngine() {}
}
