package com.truecart.pricing;

import static java.math.RoundingMode.CEILING;
import static java.math.RoundingMode.DOWN;
import static java.math.RoundingMode.FLOOR;
import static java.math.RoundingMode.HALF_DOWN;
import static java.math.RoundingMode.HALF_EVEN;
import static java.math.RoundingMode.HALF_UP;
import static java.math.RoundingMode.UNNECESSARY;
import static java.math.RoundingMode.UP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Shares and quotients, rounded as they say. */
class RatesTest {

    /** More than fits a long where it is multiplied by a million. */
    private static final long HUGE = 9_300_000_000_001L;

    @Test
    void aQuotientIsRoundedAsItsModeSays() {
        List<RoundingMode> modes = List.of(UP, CEILING, DOWN, FLOOR, HALF_UP, HALF_DOWN, HALF_EVEN);
        for (RoundingMode mode : modes) {
            for (long amount = 0; amount <= 24; amount++) {
                for (long by = 1; by <= 8; by++) {
                    long exact =
                            BigDecimal.valueOf(amount)
                                    .divide(BigDecimal.valueOf(by), 0, mode)
                                    .longValueExact();
                    assertThat(Rates.divide(amount, by, mode))
                            .as("%d / %d %s", amount, by, mode)
                            .isEqualTo(exact);
                }
            }
        }
    }

    @Test
    void whatMustBeWholeIsRefusedWhereItIsNot() {
        assertThat(Rates.divide(6, 3, UNNECESSARY)).isEqualTo(2);
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> Rates.divide(7, 3, UNNECESSARY))
                .withMessageContaining("7 / 3");
    }

    @Test
    void aShareOfALargeAmountIsExact() {
        assertThat(Rates.share(HUGE, 500_000, HALF_UP)).isEqualTo(4_650_000_000_001L);
        assertThat(Rates.share(HUGE, 500_000, HALF_DOWN)).isEqualTo(4_650_000_000_000L);
        assertThat(Rates.share(Long.MAX_VALUE, 1_000_000, DOWN)).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void aPortionIsCutAndNeverOverflows() {
        assertThat(Rates.portion(10, 2, 3)).isEqualTo(6);
        assertThat(Rates.portion(0, 2, 3)).isZero();
        assertThat(Rates.portion(10, 0, 3)).isZero();
        // 2 to the 64th, and 2 to the 63rd
        assertThat(Rates.portion(1L << 32, 1L << 32, 1L << 60)).isEqualTo(16);
        assertThat(Rates.portion(1L << 32, 1L << 31, 1L << 60)).isEqualTo(8);
        assertThat(Rates.portion(HUGE, HUGE, HUGE)).isEqualTo(HUGE);
    }

    @Test
    void aProductTooLargeIsTheLargestThereIs() {
        assertThat(Rates.capped(7, 6)).isEqualTo(42);
        assertThat(Rates.capped(0, 6)).isZero();
        assertThat(Rates.capped(1L << 32, 1L << 31)).isEqualTo(Long.MAX_VALUE);
        assertThat(Rates.capped(1L << 32, 1L << 32)).isEqualTo(Long.MAX_VALUE);
    }
}
