package com.truecart.pricing;

import com.truecart.model.Benefit;
import com.truecart.model.Money;
import com.truecart.pricing.profile.Arithmetic;
import com.truecart.pricing.profile.Arithmetic.Spread;
import com.truecart.pricing.profile.Basis;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/** What a rule takes off each position, in ticks, by the arithmetic of its stage. */
final class Discounts {

    private final Arithmetic how;
    private final Basis threshold;
    private final Running running;
    private final Positions positions;
    private final UnitMath math;

    Discounts(Arithmetic how, Basis threshold, Running running) {
        this.how = how;
        this.threshold = threshold;
        this.running = running;
        this.positions = running.positions();
        this.math = new UnitMath(running.profile().precision().ticks(), how.mode());
    }

    UnitMath math() {
        return math;
    }

    /** The shares by position, none above what is left there. */
    long[] of(Rule rule) {
        return of(rule, rule.scope(), rule.at());
    }

    /**
     * The shares where only some positions take part.
     *
     * @param scope those of the rule's scope that take part
     * @param lowered those it lowers that take part
     */
    long[] of(Rule rule, int[] scope, int[] lowered) {
        int[] at = running.open(lowered);
        long[] shares =
                switch (rule.benefit()) {
                    case Benefit.PercentOff(long rate, Optional<Money> cap) ->
                            percentOff(rate, cap, at);
                    case Benefit.AmountOff(Money amount, var per) ->
                            switch (per) {
                                case UNIT -> off(at, i -> perUnit(math.amount(amount), i));
                                case LINE -> off(at, _ -> math.amount(amount));
                                case ORDER -> spread(math.amount(amount), at);
                            };
                    case Benefit.UnitPrice(Money _, Optional<Integer> upTo) ->
                            upTo.isEmpty()
                                    ? off(at, i -> math.saving(rule.benefit(), units(i)))
                                    : Earned.shares(rule.benefit(), at, running, how.base(), math);
                    case Benefit.Ladder ladder ->
                            spread(
                                    Amounts.ladder(
                                            ladder,
                                            spend(scope),
                                            positions.units(scope),
                                            base(at),
                                            math),
                                    at);
                    case Benefit.StepOff step ->
                            spread(Amounts.stepOff(step, spend(scope), math), at);
                    case Benefit.NthUnit _, Benefit.NthUnitPrice _ ->
                            ofEachOffer(rule.benefit(), at);
                    case Benefit.BundlePrice _,
                            Benefit.BundleSave _,
                            Benefit.QuantityPercent _,
                            Benefit.BuyXGetY _ ->
                            spread(math.saving(rule.benefit(), together(at)), at);
                    case Benefit.BuyThisGetThat offer -> buyThisGetThat(offer, scope, at);
                    case Benefit.SetPrice(Map<String, Integer> units, Money price) ->
                            spread(Sets.saving(units, math.amount(price), at, running), at);
                    case Benefit.AddOnPrice(var _, Money price, int most) ->
                            addOns(math.amount(price), most, at);
                    case Benefit.DeliveryOff(long rate, Optional<Money> cap) ->
                            percentOff(rate, cap, at);
                    case Benefit.DepositBoost(Money deposit, Money countsAs) -> {
                        long times = Amounts.deposits(rule.promotion(), positions.units(at));
                        yield spread(
                                Amounts.depositBoost(
                                        Rates.capped(math.amount(deposit), times),
                                        Rates.capped(math.amount(countsAs), times),
                                        left(at)),
                                at);
                    }
                    case Benefit.StoredValue stored ->
                            spread(Amounts.storedValue(stored, left(at), math), at);
                    case Benefit.Gift _, Benefit.ValueBack _, Benefit.Unmodelled _ ->
                            new long[positions.all()];
                };
        long dust = LaneOrder.isStandard(rule) ? dust() : 0;
        for (int i = 0; i < shares.length; i++) {
            long share = Math.clamp(shares[i], 0L, running.left(i));
            shares[i] = share > dust ? share : 0;
        }
        return shares;
    }

    /** Up to how many ticks a share is nothing. */
    private long dust() {
        return how.dust() == 0
                ? 0
                : math.amount(
                                Money.ofMajor(
                                        BigDecimal.ONE, positions.offer(0).unitPrice().currency()))
                        * how.dust()
                        / Money.PPM;
    }

    /** What one position takes of a benefit. */
    private interface Share {
        long at(int position);
    }

    private long[] off(int[] at, Share share) {
        long[] shares = new long[positions.all()];
        for (int position : at) {
            shares[position] = share.at(position);
        }
        return shares;
    }

    /** Units of one offer count together on whatever lines they are, those of two never. */
    private long[] ofEachOffer(Benefit benefit, int[] at) {
        long[] shares = new long[positions.all()];
        for (int[] some : positions.byOffer(at)) {
            long saving = math.saving(benefit, together(some));
            long[] ofIt = some.length == 1 ? off(some, _ -> saving) : spread(saving, some);
            for (int position : some) {
                shares[position] = ofIt[position];
            }
        }
        return shares;
    }

    private long[] percentOff(long rate, Optional<Money> cap, int[] at) {
        long[] shares =
                switch (how.point()) {
                    case UNIT -> off(at, i -> ofUnits(rate, i));
                    case LINE -> off(at, i -> ofLine(rate, i));
                    case LINE_CARRIED -> carried(rate, at);
                    case TOTAL ->
                            how.spread() == Spread.EQUAL_PER_UNIT
                                    ? flooredThenPerUnit(rate, at)
                                    : spread(ofTotal(rate, at), at);
                };
        if (cap.isPresent() && Arrays.stream(shares).sum() > math.amount(cap.get())) {
            return switch (how.cap()) {
                case SPREAD -> spread(math.amount(cap.get()), at);
                case FIRST_LINES_FIRST -> firstLinesFirst(shares, math.amount(cap.get()), at);
            };
        }
        return shares;
    }

    private static long[] firstLinesFirst(long[] shares, long cap, int[] at) {
        long left = cap;
        for (int position : at) {
            shares[position] = Math.min(shares[position], left);
            left -= shares[position];
        }
        return shares;
    }

    private long ofUnits(long rate, int position) {
        long saving = 0;
        for (long unit : units(position)) {
            saving += math.share(unit, rate);
        }
        return saving;
    }

    private long ofLine(long rate, int position) {
        return running.isBinary()
                ? Floating.percentOfUnits(
                        running.unit(position), rate, positions.quantity(position))
                : math.share(base(position), rate);
    }

    /** Magento: what rounding a line gave or took is settled with the next line. */
    private long[] carried(long rate, int[] at) {
        long[] shares = new long[positions.all()];
        long before = 0;
        long given = 0;
        for (int position : at) {
            before += base(position);
            long until = math.share(before, rate);
            shares[position] = until - given;
            given = until;
        }
        return shares;
    }

    private long ofTotal(long rate, int[] at) {
        return running.isBinary() ? Floating.percentOf(base(at), rate) : math.share(base(at), rate);
    }

    /**
     * WooCommerce: each line's share rounded down in binary floating point and cut to what is left
     * of the line, then what is missing of the exact total, also through that cut, at one cent per
     * unit.
     */
    private long[] flooredThenPerUnit(long rate, int[] at) {
        long[] shares = off(at, i -> Math.min(Floating.floorOf(base(i), rate), running.left(i)));
        long left = ofTotal(rate, at) - Arrays.stream(shares).sum();
        for (int position : heaviestFirst(at)) {
            long room = running.left(position) - shares[position];
            long more = Math.clamp(Math.min(room, positions.quantity(position)), 0, left);
            shares[position] += more;
            left -= more;
        }
        return shares;
    }

    private long[] spread(long amount, int[] at) {
        long[] costs = new long[positions.all()];
        long[] weights = new long[positions.all()];
        long[] gross = how.spread() == Spread.GROSS_REMAINDER_LAST ? running.gross() : costs;
        long most = 0;
        for (int position : at) {
            costs[position] = running.left(position);
            weights[position] =
                    how.spread() == Spread.GROSS_REMAINDER_LAST
                            ? gross[position]
                            : running.amount(position, how.weights());
            most += running.amount(position, how.weights());
        }
        long[] shares =
                Spreads.over(
                        how.spread(),
                        Math.min(amount, most),
                        costs,
                        positions.quantities(),
                        weights,
                        how.spread() == Spread.EQUAL_PER_UNIT ? heaviestFirst(at) : at);
        if (Arrays.stream(shares).sum() > Math.max(0, amount)) {
            throw new IllegalStateException(
                    how.spread() + " made more of " + amount + ": " + Arrays.toString(shares));
        }
        return shares;
    }

    /** By what a line costs before promotions times its units, as WooCommerce sorts lines. */
    private int[] heaviestFirst(int[] at) {
        return Arrays.stream(at)
                .boxed()
                .sorted(
                        Comparator.comparingLong(
                                        (Integer i) -> running.before()[i] * positions.quantity(i))
                                .reversed())
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private long[] buyThisGetThat(Benefit.BuyThisGetThat offer, int[] scope, int[] at) {
        int[] free = GetThat.units(offer, scope, at, running, how.base());
        return off(
                at,
                i -> {
                    if (free[i] == 0) {
                        return 0;
                    }
                    long[] units = units(i);
                    long saving = 0;
                    for (int u = units.length - free[i]; u < units.length; u++) {
                        saving += math.share(units[u], offer.ratePpm());
                    }
                    return saving;
                });
    }

    private long[] addOns(long price, int most, int[] at) {
        long[] shares = new long[positions.all()];
        int[] given = new int[positions.all()];
        // the dearest add-ons first: the shopper would choose them
        int[] dearest = UnitPrices.order(at, running, how.base(), Comparator.<Long>reverseOrder());
        for (int k = 0; k < Math.min(most, dearest.length); k++) {
            int position = dearest[k];
            shares[position] += Math.max(0, units(position)[given[position]++] - price);
        }
        return shares;
    }

    private long perUnit(long amount, int position) {
        long saving = 0;
        for (long unit : units(position)) {
            saving += Math.min(unit, amount);
        }
        return saving;
    }

    private long[] units(int position) {
        return running.units(position, how.base());
    }

    private long[] together(int[] at) {
        return running.unitsTogether(at, how.base());
    }

    private long base(int position) {
        return running.amount(position, how.base());
    }

    private long base(int[] at) {
        long sum = 0;
        for (int position : at) {
            sum += base(position);
        }
        return sum;
    }

    private long left(int[] at) {
        long sum = 0;
        for (int position : at) {
            sum += running.left(position);
        }
        return sum;
    }

    private long spend(int[] scope) {
        return running.spend(scope, threshold, Optional.empty());
    }
}
