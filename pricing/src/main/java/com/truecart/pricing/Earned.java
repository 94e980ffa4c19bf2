package com.truecart.pricing;

import com.truecart.model.Benefit;
import com.truecart.model.Money;
import com.truecart.pricing.profile.Basis;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;

/**
 * Which lines a saving on several units came from. "2 for 50.00" on 40.00, 40.00 and 20.00 lowers
 * the two in the pair; a line whose units filled no group, or cost less than a limited price, keeps
 * its price and comes back at it.
 */
final class Earned {

    private Earned() {}

    /**
     * The shares by position, in ticks; within a group in proportion to what its units cost.
     *
     * @param at the positions whose units count together
     */
    static long[] shares(Benefit benefit, int[] at, Running running, Basis basis, UnitMath math) {
        long[] units = running.unitsTogether(at, basis);
        int[] positions = UnitPrices.order(at, running, basis, Comparator.<Long>reverseOrder());
        long[] shares = new long[running.positions().all()];
        int size = groupSize(benefit, units.length);
        int groups = Math.min(units.length / Math.max(1, size), mostGroups(benefit));
        for (int group = 0; group < groups; group++) {
            int from = group * size;
            long[] together = Arrays.copyOfRange(units, from, from + size);
            long saving = math.saving(benefit, together);
            if (saving > 0) {
                add(shares, saving, together, Arrays.copyOfRange(positions, from, from + size));
            }
        }
        return shares;
    }

    private static void add(long[] shares, long saving, long[] units, int[] positions) {
        if (Arrays.stream(positions).allMatch(position -> position == positions[0])) {
            shares[positions[0]] += saving;
            return;
        }
        long[] weights = new long[shares.length];
        long whole = 0;
        for (int i = 0; i < units.length; i++) {
            weights[positions[i]] += units[i];
            whole += units[i];
        }
        long[] parts = Spreads.largestRemainder(saving, weights, whole);
        for (int i = 0; i < shares.length; i++) {
            shares[i] += parts[i];
        }
    }

    /** How many units, dearest first, give a saving together. */
    private static int groupSize(Benefit benefit, int all) {
        return switch (benefit) {
            case Benefit.UnitPrice _ -> 1;
            case Benefit.AmountOff(Money _, var per) -> per == Benefit.AmountOff.Per.UNIT ? 1 : all;
            case Benefit.BundlePrice(int units, Money _) -> units;
            case Benefit.BundleSave(int units, Money _) -> units;
            case Benefit.BuyXGetY(int buy, int get, long _, var pick, var most) ->
                    switch (pick) {
                        case CHEAPEST -> buy + get;
                        // the dearest of all groups are lowered, so all groups are one
                        case DEAREST -> (buy + get) * Math.min(all / (buy + get), most.orElse(all));
                    };
            case Benefit.PercentOff _,
                    Benefit.Ladder _,
                    Benefit.StepOff _,
                    Benefit.NthUnit _,
                    Benefit.NthUnitPrice _,
                    Benefit.SetPrice _,
                    Benefit.QuantityPercent _,
                    Benefit.BuyThisGetThat _,
                    Benefit.AddOnPrice _,
                    Benefit.Gift _,
                    Benefit.DeliveryOff _,
                    Benefit.DepositBoost _,
                    Benefit.StoredValue _,
                    Benefit.ValueBack _,
                    Benefit.Unmodelled _ ->
                    all;
        };
    }

    private static int mostGroups(Benefit benefit) {
        Optional<Integer> most =
                switch (benefit) {
                    case Benefit.UnitPrice(Money _, Optional<Integer> upTo) -> upTo;
                    case Benefit.BuyXGetY(var _, var _, var _, var pick, var times) ->
                            pick == Benefit.BuyXGetY.Pick.DEAREST ? Optional.of(1) : times;
                    case Benefit _ -> Optional.empty();
                };
        return most.orElse(Integer.MAX_VALUE);
    }
}
