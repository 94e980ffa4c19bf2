package com.truecart.pricing.profile;

import com.truecart.model.Promotion.Evidence;
import com.truecart.model.Promotion.Stage;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Everything on which stores' engines differ, so that the same evaluator reproduces that store's
 * total.
 *
 * @param name what a connection names it by
 * @param version of which engine, or as of when
 * @param evidence verified against the real thing, stated by its source or documentation, or
 *     assumed
 * @param lines how lines are looked at
 * @param lanes in the order they are worked through; every stage is in exactly one
 * @param search whether the combination that is best for the customer is looked for
 * @param precision while calculating
 * @param prices on which side of tax prices and discounts are
 * @param freeDelivery the goods total a free-delivery threshold of the store's fee looks at
 * @param passes how often the cart is worked through until it is quoted; from the second on each
 *     line still carries the discounts of the pass before until its turn comes (Vendure
 *     recalculates so at every change of the order); 1 for all others
 * @param apartUnlessStated stages whose promotions stand beside each other only where both state
 *     that they combine (Shopify, where {@code combinesWith} is false unless set); of all other
 *     stages silence is consent
 */
public record EngineProfile(
        String name,
        String version,
        Evidence evidence,
        Lines lines,
        List<Lane> lanes,
        Search search,
        Precision precision,
        Prices prices,
        FreeDelivery freeDelivery,
        int passes,
        Set<Stage> apartUnlessStated) {

    public EngineProfile {
        lanes = List.copyOf(lanes);
        apartUnlessStated = Set.copyOf(apartUnlessStated);
        if (passes < 1) {
            throw new IllegalArgumentException("passes: must be at least 1, is " + passes);
        }
        Set<Stage> seen = EnumSet.noneOf(Stage.class);
        for (Lane lane : lanes) {
            for (Stage stage : lane.stages().keySet()) {
                if (!seen.add(stage)) {
                    throw new IllegalArgumentException(name + ": two lanes take " + stage);
                }
            }
        }
        if (!seen.equals(EnumSet.allOf(Stage.class))) {
            throw new IllegalArgumentException(
                    name + ": no lane takes " + EnumSet.complementOf(EnumSet.copyOf(seen)));
        }
    }

    /** The same engine at a store that publishes prices on this side of tax. */
    public EngineProfile publishing(Prices side) {
        return new EngineProfile(
                name,
                version,
                evidence,
                lines,
                lanes,
                search,
                precision,
                side,
                freeDelivery,
                passes,
                apartUnlessStated);
    }

    /** The same engine at a store whose free delivery looks at this total. */
    public EngineProfile withFreeDelivery(FreeDelivery base) {
        return new EngineProfile(
                name,
                version,
                evidence,
                lines,
                lanes,
                search,
                precision,
                prices,
                base,
                passes,
                apartUnlessStated);
    }

    /** The same engine where the best combination is looked for, or not. */
    public EngineProfile searching(Search other) {
        return new EngineProfile(
                name,
                version,
                evidence,
                lines,
                lanes,
                other,
                precision,
                prices,
                freeDelivery,
                passes,
                apartUnlessStated);
    }

    /** The same engine at a store that works a cart through so many times. */
    public EngineProfile inPasses(int times) {
        return new EngineProfile(
                name,
                version,
                evidence,
                lines,
                lanes,
                search,
                precision,
                prices,
                freeDelivery,
                times,
                apartUnlessStated);
    }

    /** The lane a stage is worked out in. */
    public Lane laneOf(Stage stage) {
        return lanes.stream()
                .filter(lane -> lane.stages().containsKey(stage))
                .findFirst()
                .orElseThrow();
    }

    /** How lines are looked at. */
    public enum Lines {
        /** Lines of one offer are one, and no order of lines changes anything. */
        MERGED,
        /** Each line by itself, in the order of the cart. */
        AS_IN_CART
    }

    /** Whether the best combination is looked for. */
    public enum Search {
        /** Lane by lane, as most tills work. */
        AS_IT_GOES,
        /** Over all subsets of the promotions, the lowest amount to pay (Shopify). */
        BEST_SUBSET
    }

    /** How finely amounts are kept while calculating. */
    public enum Precision {
        /** In minor units: everything is rounded where it arises. */
        MINOR_UNITS(1, 1),
        /**
         * In millionths of a minor unit, rounded at the end (Medusa keeps big decimals), once over
         * goods and fee.
         */
        MILLIONTHS(1_000_000, 100),
        /**
         * In minor units, but rates and tax are worked out in binary floating point in the order of
         * the engine's own operations, ties towards the higher price (Vendure, in JavaScript).
         */
        BINARY(1, 1);

        private final long ticks;
        private final long noise;

        Precision(long ticks, long noise) {
            this.ticks = ticks;
            this.noise = noise;
        }

        /** How many ticks make a minor unit. */
        public long ticks() {
            return ticks;
        }

        /**
         * An amount in whole minor units, half up. What the shares it is made of were rounded by
         * comes off first, so that half a minor unit stays half a minor unit.
         *
         * @param amount in ticks, never negative
         */
        public long minor(long amount) {
            long exact = (amount + noise / 2) / noise * noise;
            return (exact + ticks / 2) / ticks;
        }
    }

    /** On which side of tax prices are published and discounts are taken. */
    public enum Prices {
        /** Tax is inside, nothing is added. */
        GROSS,
        /** Tax is added to what is left after all promotions, for each line. */
        NET
    }

    /** What a free-delivery threshold looks at. */
    public enum FreeDelivery {
        BEFORE_PROMOTIONS,
        /** After item, quantity and order promotions, before coupons and the platform's (JD). */
        BEFORE_COUPONS,
        AFTER_PROMOTIONS
    }
}
