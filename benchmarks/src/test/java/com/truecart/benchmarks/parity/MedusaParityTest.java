package com.truecart.benchmarks.parity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What we predict of a Medusa nobody here wrote is what it asks; {@code bin/bench parity medusa}
 * tries more baskets.
 */
@Tag("heavy-shop")
class MedusaParityTest {
    private static final int BASKETS = Integer.getInteger("parity.baskets", 100);
    private static final long SEED = Long.getLong("parity.seed", 3);

    @Test
    void everyBasketThatWePriceIsPredictedToTheCent() {
        MedusaParity.Report report = MedusaParity.compare(BASKETS, SEED);
        assertThat(report.differences()).isEmpty();
        assertThat(report.baskets()).isEqualTo(BASKETS);
        assertThat(report.compared())
                .as("baskets of which we say beforehand that they are not priced say nothing")
                .isGreaterThan(BASKETS / 4);
        assertThat(report.lowered())
                .as("the draw must exercise promotions")
                .isGreaterThan(BASKETS / 3);
        assertThat(report.unlikeOurs())
                .as("another profile must be noticed, else this comparison cannot fail")
                .isGreaterThan(BASKETS / 20);
    }
}
