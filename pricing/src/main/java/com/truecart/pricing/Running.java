package com.truecart.pricing;

import com.truecart.model.Money;
import com.truecart.model.Promotion;
import com.truecart.model.Trigger.MinSpend.Side;
import com.truecart.pricing.profile.Basis;
import com.truecart.pricing.profile.EngineProfile;
import com.truecart.pricing.profile.EngineProfile.Precision;
import com.truecart.pricing.profile.EngineProfile.Prices;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is left to pay at each position while a cart is worked through, and what was taken by which
 * rule.
 */
final class Running {

    /** What a rule took off one position. */
    record Taken(Rule rule, long amount) {}

    private final Positions positions;
    private final EngineProfile profile;
    private final long[] before;
    private final long[] left;

    /** What conditions see: what was left when totals were last worked out. */
    private final long[] told;

    /** The same on the other side of tax; the same array where no position is taxed. */
    private final long[] toldOtherSide;

    private final long[] tax;
    private final boolean isTaxed;
    private final long[] @Nullable [] units;
    private final List<List<Taken>> taken = new ArrayList<>();
    private final Set<Rule> applied = new LinkedHashSet<>();
    private final boolean[] isFeeKnown;

    /** Where a promotion has applied after which nothing is looked at. */
    private final boolean[] isClosed;

    private long[] start;
    private long[] afterItems;
    private long[] beforeCoupons;
    private boolean isTaxSettled;

    Running(Positions positions, EngineProfile profile) {
        this.positions = positions;
        this.profile = profile;
        int all = positions.all();
        this.before = new long[all];
        this.tax = new long[all];
        this.units = new long[all] @Nullable [];
        for (int i = 0; i < positions.goods(); i++) {
            before[i] = unit(i) * positions.quantity(i);
        }
        for (int i = 0; i < all; i++) {
            taken.add(new ArrayList<>(2));
        }
        this.left = before.clone();
        this.start = left;
        this.afterItems = before;
        this.beforeCoupons = before;
        this.isFeeKnown = new boolean[all];
        this.isClosed = new boolean[all];
        this.told = left.clone();
        this.isTaxed = anyTax(positions);
        this.toldOtherSide = isTaxed ? left.clone() : told;
        tellTotals();
    }

    private static boolean anyTax(Positions positions) {
        for (int i = 0; i < positions.goods(); i++) {
            if (positions.offer(i).article().taxPpm() > 0) {
                return true;
            }
        }
        return false;
    }

    Positions positions() {
        return positions;
    }

    EngineProfile profile() {
        return profile;
    }

    boolean isBinary() {
        return profile.precision() == Precision.BINARY;
    }

    /** The price of one unit before every promotion. */
    long unit(int position) {
        return positions.offer(position).unitPrice().minor() * profile.precision().ticks();
    }

    long left(int position) {
        return left[position];
    }

    long[] left() {
        return left;
    }

    long taxOf(int position) {
        return tax[position];
    }

    List<Taken> taken(int position) {
        return taken.get(position);
    }

    /** In the order they first took something. */
    Set<Rule> applied() {
        return applied;
    }

    boolean hasTaken(Rule rule) {
        return applied.contains(rule);
    }

    void beginLane() {
        start = left.clone();
        tellTotals();
    }

    /** Marks the end of the promotions on items and quantities. */
    void endItems() {
        afterItems = left.clone();
    }

    /** Marks the end of the store's order promotions: from here on coupons lower the goods. */
    void beginCoupons() {
        beforeCoupons = gross();
    }

    /** What was left before coupons, with tax. */
    long[] beforeCoupons() {
        return beforeCoupons;
    }

    long[] before() {
        return before;
    }

    /** Whether anything is to pay for delivery that promotions could lower. */
    boolean isFeeKnown(int position) {
        return isFeeKnown[position];
    }

    /** What this position costs at a point of the calculation. */
    long amount(int position, Basis basis) {
        return switch (basis) {
            case ORIGINAL -> before[position];
            case AFTER_ITEMS -> afterItems[position];
            case LANE_START -> start[position];
            case RUNNING -> left[position];
        };
    }

    /** What a condition sees that these positions cost. */
    long spend(int[] at, Basis basis, Optional<Side> side) {
        boolean other = isTaxed && side.isPresent() && side.get() != sideOf(basis);
        long sum = 0;
        for (int position : at) {
            sum +=
                    switch (basis) {
                        case ORIGINAL, AFTER_ITEMS, LANE_START -> {
                            long amount = amount(position, basis);
                            yield other ? onOtherSide(position, amount, sideOf(basis)) : amount;
                        }
                        case RUNNING -> other ? toldOtherSide[position] : told[position];
                    };
        }
        return sum;
    }

    /** What a condition sees that this part of what is left of a position costs. */
    long spend(int position, long amount, Optional<Side> side) {
        Side standsOn = sideOf(Basis.RUNNING);
        return side.isPresent() && side.get() != standsOn
                ? onOtherSide(position, amount, standsOn)
                : amount;
    }

    /** On which side of tax amounts are at a point of the calculation. */
    private Side sideOf(Basis basis) {
        boolean isSettled =
                switch (basis) {
                    case ORIGINAL, AFTER_ITEMS -> false;
                    case LANE_START, RUNNING -> isTaxSettled;
                };
        return profile.prices() == Prices.GROSS || isSettled ? Side.GROSS : Side.NET;
    }

    /** What these positions cost with tax, as they stand. */
    long[] gross() {
        if (!isTaxed || profile.prices() == Prices.GROSS || isTaxSettled) {
            return left.clone();
        }
        long[] gross = left.clone();
        for (int i = 0; i < positions.goods(); i++) {
            gross[i] = otherSide(i, left[i], taken.get(i));
        }
        return gross;
    }

    /** What these positions cost with tax before every promotion. */
    long[] grossBefore() {
        long[] gross = before.clone();
        if (profile.prices() == Prices.NET) {
            for (int i = 0; i < positions.goods(); i++) {
                gross[i] = otherSide(i, before[i], List.of());
            }
        }
        return gross;
    }

    /** The prices of the units at a position, dearest first. */
    long[] units(int position, Basis basis) {
        int quantity = positions.quantity(position);
        long[] known = units[position];
        return switch (basis) {
            case ORIGINAL -> UnitPrices.evenly(before[position], quantity);
            case AFTER_ITEMS, LANE_START -> UnitPrices.evenly(amount(position, basis), quantity);
            case RUNNING -> known != null ? known : UnitPrices.evenly(left[position], quantity);
        };
    }

    /** The units of several positions as they stand, dearest first. */
    long[] unitsTogether(int[] at, Basis basis) {
        if (at.length == 1) {
            return units(at[0], basis);
        }
        long[] all = new long[positions.units(at)];
        int next = 0;
        for (int position : at) {
            for (long unit : units(position, basis)) {
                all[next++] = -unit;
            }
        }
        Arrays.sort(all);
        for (int i = 0; i < all.length; i++) {
            all[i] = -all[i];
        }
        return all;
    }

    /** Those of the positions that promotions still look at. */
    int[] open(int[] at) {
        for (int position : at) {
            if (isClosed[position]) {
                return Arrays.stream(at).filter(each -> !isClosed[each]).toArray();
            }
        }
        return at;
    }

    /** Takes something off one position; the caller tells totals when its engine does. */
    void take(Rule rule, int position, long amount) {
        if (amount > 0) {
            left[position] -= amount;
            units[position] = null;
            isClosed[position] |= rule.isLast();
            taken.get(position).add(new Taken(rule, amount));
            applied.add(rule);
        }
    }

    /** The same where it is known what each unit costs from now on. */
    void take(Rule rule, int position, long amount, long @Nullable [] unitsAfter) {
        take(rule, position, amount);
        units[position] = unitsAfter;
    }

    /** Drops everything taken off a position, as a later pass does when the line's turn comes. */
    void restore(int position) {
        left[position] = before[position];
        units[position] = null;
        isClosed[position] = false;
        taken.get(position).clear();
    }

    /** Drops everything taken off the positions after the goods and begins them anew. */
    void restoreFees() {
        for (int i = positions.goods(); i < positions.all(); i++) {
            restore(i);
        }
    }

    /** Works out the totals conditions see. */
    void tellTotals() {
        System.arraycopy(left, 0, told, 0, left.length);
        if (isTaxed) {
            for (int i = 0; i < positions.goods(); i++) {
                toldOtherSide[i] =
                        isTaxSettled
                                ? onOtherSide(i, left[i], Side.GROSS)
                                : otherSide(i, left[i], taken.get(i));
            }
        }
    }

    /** Adds the tax of goods published without it; from then on all amounts are with tax. */
    void settleTax() {
        if (isTaxed && profile.prices() == Prices.NET && !isTaxSettled) {
            for (int i = 0; i < positions.goods(); i++) {
                long gross = otherSide(i, left[i], taken.get(i));
                tax[i] = gross - left[i];
                left[i] = gross;
                units[i] = null;
            }
            isTaxSettled = true;
        }
        beginLane();
    }

    void setFee(int store, long fee) {
        int position = positions.fee(store);
        before[position] = fee;
        left[position] = fee;
        isFeeKnown[position] = true;
        beginLane();
    }

    /** Drops what is left of a fee; what promotions took off it before stays theirs. */
    void waiveFee(int store) {
        int position = positions.fee(store);
        before[position] -= left[position];
        left[position] = 0;
        isFeeKnown[position] = true;
        beginLane();
    }

    /** Which promotions took something, one entry each. */
    Set<Promotion> promotions() {
        Set<Promotion> all = new LinkedHashSet<>();
        applied.forEach(rule -> all.add(rule.promotion()));
        return all;
    }

    private long otherSide(int position, long amount, List<Taken> soFar) {
        long ppm = taxPpm(position);
        if (ppm == 0 || !isBinary()) {
            return onOtherSide(position, amount, sideOf(Basis.ORIGINAL));
        }
        int quantity = positions.quantity(position);
        double unit = binaryUnit(position, soFar);
        return switch (profile.prices()) {
            case NET -> Floating.withTax(unit, ppm, quantity);
            case GROSS -> Floating.withoutTax(unit, ppm, quantity);
        };
    }

    /** An amount of a position that is on this side of tax on the other one, rounded half up. */
    private long onOtherSide(int position, long amount, Side side) {
        long ppm = taxPpm(position);
        return switch (side) {
            case NET -> amount + Rates.share(amount, ppm, RoundingMode.HALF_UP);
            case GROSS -> amount - taxInside(amount, ppm);
        };
    }

    private long taxPpm(int position) {
        return positions.offer(position).article().taxPpm();
    }

    private static long taxInside(long gross, long ppm) {
        return new BigDecimal(gross)
                .multiply(BigDecimal.valueOf(ppm))
                .divide(BigDecimal.valueOf(ppm + Money.PPM), 0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    private double binaryUnit(int position, List<Taken> soFar) {
        double adjustments = 0;
        for (Taken each : soFar) {
            adjustments += (double) -each.amount() / positions.quantity(position);
        }
        return unit(position) + adjustments;
    }
}
