package com.truecart.pricing;

import com.truecart.model.Benefit;
import com.truecart.pricing.profile.Basis;
import java.util.Comparator;

/**
 * Which units a "buy this, get that" lowers: the cheapest of those, as many as the bought ones
 * allow.
 */
final class GetThat {

    private GetThat() {}

    /** How many units are lowered at each position. */
    static int[] units(
            Benefit.BuyThisGetThat offer, int[] buy, int[] that, Running running, Basis basis) {
        int bought = running.positions().units(buy);
        int most = Math.min(bought / offer.buy(), offer.maxTimes().orElse(Integer.MAX_VALUE));
        int[] cheapestFirst = UnitPrices.order(that, running, basis, Comparator.naturalOrder());
        for (int times = most; times > 0; times--) {
            int[] lowered = lowered((long) times * offer.get(), cheapestFirst, running);
            if (offer.selfUse() || bought - among(buy, lowered) >= times * offer.buy()) {
                return lowered;
            }
        }
        return partial(offer, buy, bought, cheapestFirst, running);
    }

    /** Where no whole reward fits, as many units as still leave one purchase whole. */
    private static int[] partial(
            Benefit.BuyThisGetThat offer, int[] buy, int bought, int[] cheapest, Running running) {
        for (int units = offer.get() - 1; units > 0 && bought >= offer.buy(); units--) {
            int[] lowered = lowered(units, cheapest, running);
            if (bought - among(buy, lowered) >= offer.buy()) {
                return lowered;
            }
        }
        return new int[running.positions().all()];
    }

    private static int[] lowered(long units, int[] cheapestFirst, Running running) {
        int[] lowered = new int[running.positions().all()];
        for (int unit = 0; unit < Math.min(units, cheapestFirst.length); unit++) {
            lowered[cheapestFirst[unit]]++;
        }
        return lowered;
    }

    private static int among(int[] buy, int[] lowered) {
        int units = 0;
        for (int position : buy) {
            units += lowered[position];
        }
        return units;
    }
}
