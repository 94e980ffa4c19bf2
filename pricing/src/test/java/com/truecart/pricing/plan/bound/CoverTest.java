package com.truecart.pricing.plan.bound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** The cheapest takes that bring an order to a step. */
class CoverTest {
    private static final int TAKES = 9;

    @Test
    void theCheapestWayIsTheCheapestOfAllWays() {
        Random random = new Random(1);
        for (int i = 0; i < 2_000; i++) {
            double[] costs = random.doubles(TAKES, 0, 500).toArray();
            double[] spends = random.doubles(TAKES, 1, 4_000).toArray();
            Cover cover = new Cover(TAKES);
            cover.clear();
            for (int take = 0; take < TAKES; take++) {
                cover.add(costs[take], spends[take]);
            }
            int without = random.nextInt(TAKES + 1) - 1;
            double needed = random.nextInt(16_000) + 1;
            double least = least(costs, spends, needed, without);
            assertThat(cover.inParts(needed, without)).isLessThanOrEqualTo(least + 1e-6);
            double found = cover.exact(needed, Double.POSITIVE_INFINITY, without);
            if (least == Cover.NONE) {
                assertThat(found).isEqualTo(Cover.NONE);
            } else {
                assertThat(found).isCloseTo(least, within(1e-6));
                double spent = 0;
                for (int take = 0; take < TAKES; take++) {
                    spent += cover.isUsed(take) ? spends[take] : 0;
                }
                assertThat(spent)
                        .as("what is used reaches it")
                        .isGreaterThanOrEqualTo(needed - 1e-6);
            }
        }
    }

    @Test
    void nearlyEqualTakesAreToldApart() {
        Cover cover = new Cover(2);
        cover.clear();
        cover.add(1_000_000.05, 1_000_000);
        cover.add(500_000, 500_000);
        assertThat(cover.inParts(500_000, -1)).isEqualTo(500_000);
        assertThat(cover.exact(500_000, 500_000.01, -1)).isEqualTo(500_000);
    }

    @Test
    void whatIsAboveTheLimitIsNotFound() {
        Cover cover = new Cover(1);
        cover.clear();
        cover.add(10, 100);
        assertThat(cover.exact(50, 10, -1)).isEqualTo(Cover.NONE);
        assertThat(cover.exact(50, 10.5, -1)).isEqualTo(10);
        assertThat(cover.inParts(50, -1)).as("half of it").isEqualTo(5);
    }

    private static double least(double[] costs, double[] spends, double needed, int without) {
        double least = Cover.NONE;
        for (int chosen = 0; chosen < 1 << TAKES; chosen++) {
            double cost = 0;
            double spend = 0;
            for (int take = 0; take < TAKES; take++) {
                if ((chosen >> take & 1) == 1 && take != without) {
                    cost += costs[take];
                    spend += spends[take];
                }
            }
            if (spend >= needed) {
                least = Math.min(least, cost);
            }
        }
        return least;
    }
}
