package com.truecart.pricing.profile;

import static com.truecart.pricing.profile.Arithmetic.Point.LINE;
import static com.truecart.pricing.profile.Arithmetic.Point.LINE_CARRIED;
import static com.truecart.pricing.profile.Arithmetic.Point.TOTAL;
import static com.truecart.pricing.profile.Arithmetic.Point.UNIT;
import static com.truecart.pricing.profile.Basis.AFTER_ITEMS;
import static com.truecart.pricing.profile.Basis.LANE_START;
import static com.truecart.pricing.profile.Basis.ORIGINAL;
import static com.truecart.pricing.profile.Basis.RUNNING;
import static com.truecart.pricing.profile.Lane.Choice.ALL;
import static com.truecart.pricing.profile.Lane.Choice.BEST_DIVISION;
import static com.truecart.pricing.profile.Lane.Choice.BEST_ONE;
import static com.truecart.pricing.profile.Lane.Choice.BEST_PER_LINE;
import static com.truecart.pricing.profile.Lane.Choice.FIRST_EXCLUSIVE_OR_ALL;
import static com.truecart.pricing.profile.Lane.Order.KIND;
import static com.truecart.pricing.profile.Lane.Order.PRIORITY_ASCENDING;
import static com.truecart.pricing.profile.Lane.Order.PRIORITY_DESCENDING;
import static com.truecart.pricing.profile.Lane.Order.PRIORITY_THEN_SAVING;
import static com.truecart.pricing.profile.Lane.Order.VALUE_DESCENDING;
import static com.truecart.pricing.profile.Lane.Reached.ABOVE;
import static com.truecart.pricing.profile.Lane.Reached.AT;
import static com.truecart.pricing.profile.Lane.Walk.LINE_BY_LINE;
import static com.truecart.pricing.profile.Lane.Walk.PROMOTION_BY_PROMOTION;
import static java.math.RoundingMode.DOWN;
import static java.math.RoundingMode.HALF_DOWN;
import static java.math.RoundingMode.HALF_EVEN;
import static java.math.RoundingMode.HALF_UP;

import com.truecart.model.Promotion.Evidence;
import com.truecart.model.Promotion.Stage;
import com.truecart.pricing.profile.Arithmetic.Cap;
import com.truecart.pricing.profile.Arithmetic.Point;
import com.truecart.pricing.profile.Arithmetic.Spread;
import com.truecart.pricing.profile.EngineProfile.FreeDelivery;
import com.truecart.pricing.profile.EngineProfile.Lines;
import com.truecart.pricing.profile.EngineProfile.Precision;
import com.truecart.pricing.profile.EngineProfile.Prices;
import com.truecart.pricing.profile.EngineProfile.Search;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The profiles we ship. What each engine does, with the golden carts that show it, is in {@code
 * docs/engine-profiles.md}; the carts are tests.
 */
public final class EngineProfiles {

    /**
     * Where nothing is known of a store's engine: for each unit its best price, for units their
     * best division, then the best one of each kind of order promotion; whatever does not depend on
     * anybody's odd habit.
     */
    public static final EngineProfile OURS =
            new EngineProfile(
                    "ours",
                    "2026-11",
                    Evidence.ASSUMED,
                    Lines.MERGED,
                    List.of(
                            lane(Stage.ITEM, ours(UNIT), BEST_PER_LINE),
                            lane(Stage.QUANTITY, ours(TOTAL), BEST_DIVISION),
                            lane(Stage.STORE_ORDER, ours(TOTAL), BEST_ONE),
                            lane(Stage.STORE_COUPON, ours(TOTAL), BEST_ONE),
                            lane(Stage.PLATFORM, ours(TOTAL), BEST_ONE),
                            lane(Stage.DELIVERY, ours(TOTAL), BEST_ONE),
                            lane(Stage.STORED_VALUE, ours(TOTAL), ALL),
                            lane(Stage.PAYMENT, ours(TOTAL), BEST_ONE)),
                    Search.AS_IT_GOES,
                    Precision.MINOR_UNITS,
                    Prices.GROSS,
                    FreeDelivery.AFTER_PROMOTIONS,
                    1);

    /**
     * Vendure 3.7.3, quoted by codes, all lines in one call, address, delivery method: three
     * passes.
     */
    public static final EngineProfile VENDURE =
            engine("vendure", "3.7.3", Evidence.VERIFIED)
                    .lane(
                            all(
                                    LINE_BY_LINE,
                                    PRIORITY_ASCENDING,
                                    RUNNING,
                                    arithmetic(
                                            ORIGINAL,
                                            LINE,
                                            HALF_DOWN,
                                            RUNNING,
                                            Spread.GROSS_REMAINDER_LAST),
                                    Stage.ITEM,
                                    Stage.QUANTITY))
                    .lane(
                            all(
                                    PROMOTION_BY_PROMOTION,
                                    PRIORITY_ASCENDING,
                                    RUNNING,
                                    arithmetic(
                                            RUNNING,
                                            TOTAL,
                                            HALF_DOWN,
                                            RUNNING,
                                            Spread.GROSS_REMAINDER_LAST),
                                    Stage.STORE_ORDER,
                                    Stage.STORE_COUPON,
                                    Stage.PLATFORM))
                    .lane(all(PRIORITY_ASCENDING, RUNNING, running(TOTAL, HALF_UP), Stage.DELIVERY))
                    .precision(Precision.BINARY)
                    .passes(3)
                    .build();

    /**
     * Medusa 2: all stack on what is left, by bare value, kept as decimals until they are paid;
     * thresholds look at the subtotal before promotions.
     */
    public static final EngineProfile MEDUSA =
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
                                            Cap.FIRST_LINES_FIRST),
                                    Stage.ITEM,
                                    Stage.QUANTITY,
                                    Stage.STORE_ORDER,
                                    Stage.STORE_COUPON,
                                    Stage.PLATFORM))
                    .lane(all(VALUE_DESCENDING, ORIGINAL, running(LINE, HALF_UP), Stage.DELIVERY))
                    .precision(Precision.MILLIONTHS)
                    .build();

    /**
     * WooCommerce core coupons, not sequential; thresholds look at the subtotal before every
     * coupon.
     */
    public static final EngineProfile WOOCOMMERCE = wooCommerce("woocommerce", ORIGINAL);

    /** WooCommerce with the setting "calculate coupon discounts sequentially". */
    public static final EngineProfile WOOCOMMERCE_SEQUENTIAL =
            wooCommerce("woocommerce-sequential", RUNNING);

    /** Magento 2.4.7 and later: rules by sort order, all stack, rounding errors carried along. */
    public static final EngineProfile MAGENTO =
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

    /**
     * Shopify native discounts: classes in sequence, the combination that is best for the customer.
     */
    public static final EngineProfile SHOPIFY =
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
                    .build();

    /**
     * Saleor 3.20 and later: best catalogue rule (stage ITEM), then a voucher for some products
     * (QUANTITY) or for the order (STORE_COUPON), and only without a voucher the best order rule.
     */
    public static final EngineProfile SALEOR =
            engine("saleor", "3.20+", Evidence.STATED)
                    .lane(saleorLines(ORIGINAL, UNIT, Stage.ITEM))
                    .lane(saleorLines(RUNNING, LINE, Stage.QUANTITY))
                    .lane(best(LANE_START, lastTakesRest(), Stage.STORE_COUPON))
                    .lane(
                            best(LANE_START, lastTakesRest(), Stage.STORE_ORDER, Stage.PLATFORM)
                                    .yieldingTo(Stage.QUANTITY, Stage.STORE_COUPON))
                    .lane(best(RUNNING, running(TOTAL, HALF_UP), Stage.DELIVERY))
                    .build();

    /**
     * Sylius 2: by priority, all kinds mixed with those on delivery, the first exclusive one alone.
     */
    public static final EngineProfile SYLIUS =
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

    /**
     * Spree 6: one winner for each line and one for the order; thresholds above the undiscounted
     * total.
     */
    public static final EngineProfile SPREE =
            engine("spree", "6.0", Evidence.STATED)
                    .lane(
                            new Lane(
                                    stages(
                                            arithmetic(
                                                    ORIGINAL,
                                                    LINE,
                                                    HALF_UP,
                                                    RUNNING,
                                                    Spread.LARGEST_REMAINDER),
                                            Stage.ITEM,
                                            Stage.QUANTITY),
                                    PROMOTION_BY_PROMOTION,
                                    BEST_PER_LINE,
                                    PRIORITY_ASCENDING,
                                    ORIGINAL,
                                    ABOVE))
                    .lane(
                            new Lane(
                                    stages(
                                            arithmetic(
                                                    ORIGINAL,
                                                    TOTAL,
                                                    HALF_UP,
                                                    RUNNING,
                                                    Spread.LARGEST_REMAINDER),
                                            Stage.STORE_ORDER,
                                            Stage.STORE_COUPON,
                                            Stage.PLATFORM),
                                    PROMOTION_BY_PROMOTION,
                                    BEST_ONE,
                                    PRIORITY_ASCENDING,
                                    ORIGINAL,
                                    ABOVE))
                    .lane(
                            new Lane(
                                    stages(running(TOTAL, HALF_UP), Stage.DELIVERY),
                                    PROMOTION_BY_PROMOTION,
                                    BEST_ONE,
                                    PRIORITY_ASCENDING,
                                    ORIGINAL,
                                    ABOVE))
                    .build();

    /**
     * Solidus promotions gem: lanes in sequence (pre, default, post), in each one winner for each
     * line.
     */
    public static final EngineProfile SOLIDUS =
            engine("solidus", "4.5 promotions", Evidence.STATED)
                    .lane(solidus(Stage.ITEM, Stage.QUANTITY))
                    .lane(solidus(Stage.STORE_ORDER))
                    .lane(solidus(Stage.STORE_COUPON, Stage.PLATFORM))
                    .lane(
                            new Lane(
                                    stages(running(TOTAL, HALF_UP), Stage.DELIVERY),
                                    PROMOTION_BY_PROMOTION,
                                    BEST_ONE,
                                    PRIORITY_ASCENDING,
                                    ORIGINAL,
                                    ABOVE))
                    .build();

    /** Broadleaf 6: item offers, then order offers tested anew on what the item offers left. */
    public static final EngineProfile BROADLEAF =
            engine("broadleaf", "6.x", Evidence.STATED)
                    .lane(
                            all(
                                    PRIORITY_THEN_SAVING,
                                    LANE_START,
                                    arithmetic(
                                            RUNNING,
                                            UNIT,
                                            HALF_EVEN,
                                            RUNNING,
                                            Spread.HALF_EVEN_FIRST_TAKES_REST),
                                    Stage.ITEM,
                                    Stage.QUANTITY))
                    .lane(
                            all(
                                    PRIORITY_THEN_SAVING,
                                    LANE_START,
                                    arithmetic(
                                            RUNNING,
                                            TOTAL,
                                            HALF_EVEN,
                                            RUNNING,
                                            Spread.HALF_EVEN_FIRST_TAKES_REST),
                                    Stage.STORE_ORDER,
                                    Stage.STORE_COUPON,
                                    Stage.PLATFORM))
                    .lane(
                            all(
                                    PRIORITY_THEN_SAVING,
                                    AFTER_ITEMS,
                                    running(TOTAL, HALF_EVEN),
                                    Stage.DELIVERY))
                    .build();

    /**
     * Taobao and Tmall as of the rule of August 2020: store and platform thresholds look at the
     * price after item promotions, before coupons; a cross-store share beyond what is left of a
     * sub-order is lost.
     */
    public static final EngineProfile TAOBAO =
            platform(
                    "taobao",
                    "2020-08",
                    DOWN,
                    best(AFTER_ITEMS, shared(AFTER_ITEMS, DOWN), Stage.STORE_ORDER),
                    best(AFTER_ITEMS, shared(RUNNING, DOWN), Stage.STORE_COUPON),
                    best(AFTER_ITEMS, shared(AFTER_ITEMS, DOWN), Stage.PLATFORM));

    /**
     * JD as of 2023: coupons look at what total-price promotions left, free delivery at the goods
     * before coupons.
     */
    public static final EngineProfile JD =
            platform(
                            "jd",
                            "2023",
                            HALF_UP,
                            best(AFTER_ITEMS, shared(RUNNING, HALF_UP), Stage.STORE_ORDER),
                            best(LANE_START, shared(RUNNING, HALF_UP), Stage.STORE_COUPON),
                            best(LANE_START, shared(RUNNING, HALF_UP), Stage.PLATFORM))
                    .withFreeDelivery(FreeDelivery.BEFORE_COUPONS);

    /** All of them, ours first. */
    public static final List<EngineProfile> ALL_PROFILES =
            List.of(
                    OURS,
                    VENDURE,
                    MEDUSA,
                    WOOCOMMERCE,
                    WOOCOMMERCE_SEQUENTIAL,
                    MAGENTO,
                    SHOPIFY,
                    SALEOR,
                    SYLIUS,
                    SPREE,
                    SOLIDUS,
                    BROADLEAF,
                    TAOBAO,
                    JD);

    private EngineProfiles() {}

    /** The profile a connection names; empty where there is none of this name. */
    public static Optional<EngineProfile> named(String name) {
        return ALL_PROFILES.stream().filter(profile -> profile.name().equals(name)).findFirst();
    }

    private static ProfileBuilder engine(String name, String version, Evidence evidence) {
        return new ProfileBuilder(name, version, evidence);
    }

    private static EngineProfile platform(
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
                .lane(lane(Stage.QUANTITY, ours(TOTAL), BEST_DIVISION))
                .lane(order)
                .lane(coupon)
                .lane(platform)
                .lane(best(RUNNING, running(TOTAL, HALF_UP), Stage.DELIVERY))
                .build();
    }

    private static Arithmetic shared(Basis weights, RoundingMode mode) {
        return arithmetic(RUNNING, TOTAL, mode, weights, Spread.DOWN_LAST_TAKES_REST);
    }

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

    private static Lane saleorLines(Basis base, Point point, Stage stage) {
        return new Lane(
                stages(arithmetic(base, point, HALF_UP, RUNNING, Spread.LAST_TAKES_REST), stage),
                PROMOTION_BY_PROMOTION,
                BEST_PER_LINE,
                PRIORITY_ASCENDING,
                LANE_START,
                AT);
    }

    private static Lane solidus(Stage... some) {
        return new Lane(
                stages(arithmetic(LANE_START, LINE, HALF_UP, LANE_START, Spread.BACKWARD), some),
                PROMOTION_BY_PROMOTION,
                BEST_PER_LINE,
                PRIORITY_ASCENDING,
                ORIGINAL,
                ABOVE);
    }

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

    private static Arithmetic lastTakesRest() {
        return arithmetic(RUNNING, TOTAL, HALF_UP, RUNNING, Spread.LAST_TAKES_REST);
    }

    private static Lane lane(Stage stage, Arithmetic arithmetic, Lane.Choice choice) {
        return new Lane(
                Map.of(stage, arithmetic),
                PROMOTION_BY_PROMOTION,
                choice,
                PRIORITY_ASCENDING,
                RUNNING,
                AT);
    }

    private static Lane all(Lane.Order order, Basis threshold, Arithmetic how, Stage... some) {
        return all(PROMOTION_BY_PROMOTION, order, threshold, how, some);
    }

    private static Lane all(
            Lane.Walk walk, Lane.Order order, Basis threshold, Arithmetic how, Stage... some) {
        return new Lane(stages(how, some), walk, ALL, order, threshold, AT);
    }

    private static Lane best(Basis threshold, Arithmetic how, Stage... some) {
        return new Lane(
                stages(how, some),
                PROMOTION_BY_PROMOTION,
                BEST_ONE,
                PRIORITY_ASCENDING,
                threshold,
                AT);
    }

    private static Map<Stage, Arithmetic> stages(Arithmetic how, Stage... some) {
        Map<Stage, Arithmetic> all = new EnumMap<>(Stage.class);
        for (Stage stage : some) {
            all.put(stage, how);
        }
        return all;
    }

    private static Arithmetic ours(Point point) {
        return running(point, HALF_UP);
    }

    static Arithmetic running(Point point, RoundingMode mode) {
        return arithmetic(RUNNING, point, mode, RUNNING, Spread.LARGEST_REMAINDER);
    }

    private static Arithmetic arithmetic(
            Basis base, Point point, RoundingMode mode, Basis weights, Spread spread) {
        return new Arithmetic(base, point, mode, weights, spread);
    }
}
