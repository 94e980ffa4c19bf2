package com.truecart.testkit;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Random rounds that can be repeated: a failure names the seed and the round that failed. */
public final class Seeded {

    /** What is claimed to hold in every round. */
    @FunctionalInterface
    public interface Claim {
        void check(RandomGenerator random);
    }

    private Seeded() {}

    /**
     * Checks a claim in {@code count} rounds, each with a generator of its own, so that one round
     * can be run alone.
     *
     * @throws AssertionError naming seed and round where the claim does not hold or breaks
     */
    public static void rounds(int count, long seed, Claim claim) {
        for (int round = 0; round < count; round++) {
            round(round, seed, claim);
        }
    }

    /** Checks one round alone, as a failure's message says. */
    public static void round(int round, long seed, Claim claim) {
        RandomGenerator random =
                RandomGeneratorFactory.of("L64X128MixRandom").create(seed * 1_000_003 + round);
        try {
            claim.check(random);
        } catch (RuntimeException | AssertionError failure) {
            throw new AssertionError(
                    "round "
                            + round
                            + " of seed "
                            + seed
                            + " fails; alone: Seeded.round("
                            + round
                            + ", "
                            + seed
                            + "L, claim). "
                            + failure.getMessage(),
                    failure);
        }
    }
}
