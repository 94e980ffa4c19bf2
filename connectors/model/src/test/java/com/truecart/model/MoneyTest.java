package com.truecart.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MoneyTest {
    private static final Currency HKD = Currency.getInstance("HKD");

    @Test
    void readsMajorUnitsExactly() {
        assertThat(Money.ofMajor(new BigDecimal("12.90"), HKD)).isEqualTo(Money.of(1290, "HKD"));
        assertThatThrownBy(() -> Money.ofMajor(new BigDecimal("0.001"), HKD))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void currenciesNeverMix() {
        assertThatThrownBy(() -> Money.of(1, "HKD").plus(Money.of(1, "CNY")))
                .hasMessage("cannot mix HKD 0.01 with CNY 0.01");
    }

    @Test
    void aShareNamesItsRounding() {
        assertThat(Money.of(125, "HKD").share(500_000, RoundingMode.HALF_UP).minor()).isEqualTo(63);
        assertThat(Money.of(125, "HKD").share(500_000, RoundingMode.DOWN).minor()).isEqualTo(62);
    }

    @Test
    void theOddCentGoesToTheLargestRemainderThenTheEarlierLine() {
        assertThat(Money.of(100, "HKD").allocate(List.of(1L, 1L, 1L)))
                .extracting(Money::minor)
                .containsExactly(34L, 33L, 33L);
        assertThat(Money.of(-101, "HKD").allocate(List.of(10L, 90L)))
                .extracting(Money::minor)
                .containsExactly(-10L, -91L);
    }

    @Test
    void partsAlwaysAddUpToTheWhole() {
        var random = new SplittableRandom(20261123);
        for (int round = 0; round < 10_000; round++) {
            Money whole = Money.of(random.nextLong(-1_000_000_000, 1_000_000_000), "HKD");
            List<Long> weights = random.longs(random.nextInt(1, 12), 0, 1_000_000).boxed().toList();
            if (weights.stream().allMatch(weight -> weight == 0)) {
                continue;
            }
            assertThat(whole.allocate(weights).stream().mapToLong(Money::minor).sum())
                    .as("%s over %s", whole, weights)
                    .isEqualTo(whole.minor());
        }
    }

    @Test
    void overflowIsAnErrorNotAWrongPrice() {
        assertThatThrownBy(() -> Money.of(Long.MAX_VALUE, "HKD").plus(Money.of(1, "HKD")))
                .isInstanceOf(ArithmeticException.class);
    }
}
