package com.truecart.pricing.plan;

import com.truecart.model.Benefit;
import com.truecart.model.Benefit.AmountOff.Per;
import com.truecart.model.Benefit.BuyXGetY.Pick;
import com.truecart.model.Money;
import java.util.Map;

/**
 * The most that a promotion can take off one line, whatever else is bought: shares of what is taken
 * off together are chosen so that over all lines they come to no less than what comes off.
 *
 * @param upstreamId the offer
 * @param price of one unit
 * @param units bought
 * @param isAlone whether the promotion looks at this offer only, and nothing else in the basket is
 *     the same offer; then full groups can be counted
 */
record LineBound(String upstreamId, long price, int units, boolean isAlone) {

    private long line() {
        return price * units;
    }

    /** At most this comes off, in minor units; 0 for what is given once over the order. */
    long most(Benefit benefit) {
        return Math.min(
                line(),
                switch (benefit) {
                    case Benefit.UnitPrice(Money to, var upTo) ->
                            Math.max(0, price - to.minor())
                                    * Math.min(units, (long) upTo.orElse(Integer.MAX_VALUE));
                    // half a unit of rounding for each unit, at most
                    case Benefit.PercentOff(long rate, var _) -> share(line(), rate) + units;
                    case Benefit.AmountOff(Money amount, var per) ->
                            per == Per.UNIT ? units * amount.minor() : amount.minor();
                    case Benefit.NthUnit(int n, long rate) -> groups(n, share(price, rate) + 1);
                    case Benefit.NthUnitPrice(int n, Money to) ->
                            groups(n, Math.max(0, price - to.minor()));
                    case Benefit.BundlePrice(int n, Money to) -> bundle(n, to.minor());
                    case Benefit.BundleSave(int n, Money off) -> groups(n, off.minor());
                    case Benefit.SetPrice(Map<String, Integer> set, var _) ->
                            set.containsKey(upstreamId) ? line() : 0;
                    case Benefit.QuantityPercent(int from, long rate) ->
                            isAlone && units < from ? 0 : share(line(), rate) + units;
                    case Benefit.BuyXGetY(int buy, int get, long rate, Pick pick, var _) ->
                            buyGet(buy, get, rate, pick);
                    case Benefit.BuyThisGetThat(var _, var _, var _, long rate, var _, var _) ->
                            share(line(), rate) + units;
                    case Benefit.AddOnPrice(var _, Money to, int most) ->
                            Math.max(0, price - to.minor()) * Math.min(units, most);
                    case Benefit.Ladder _,
                            Benefit.StepOff _,
                            Benefit.StoredValue _,
                            Benefit.DepositBoost _ ->
                            line();
                    case Benefit.Gift _,
                            Benefit.DeliveryOff _,
                            Benefit.ValueBack _,
                            Benefit.Unmodelled _ ->
                            0;
                });
    }

    /** So much for each full group; where others fill groups up, each unit's part of it. */
    private long groups(int size, long off) {
        return isAlone ? units / size * off : up(units * off, size);
    }

    private long bundle(int n, long to) {
        // of a group over several offers each unit's share is its price less an n-th of the
        // bundle's; those below nothing are left out, which only adds
        return isAlone
                ? units / n * Math.max(0, n * price - to)
                : Math.max(0, up((n * price - to) * units, n));
    }

    private long buyGet(int buy, int get, long rate, Pick pick) {
        int group = buy + get;
        if (isAlone) {
            return units / group * (get * (share(price, rate) + 1));
        }
        return switch (pick) {
            // the cheapest of a group cost no more than their part of it
            case CHEAPEST -> up(share(line(), rate) * get, group) + units;
            case DEAREST -> share(line(), rate) + units;
        };
    }

    private static long share(long amount, long ratePpm) {
        return up(amount * ratePpm, Money.PPM);
    }

    private static long up(long amount, long by) {
        return Math.ceilDiv(amount, by);
    }
}
