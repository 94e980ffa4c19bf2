package com.truecart.kit.china;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ShanghaiTimeTest {

    @Test
    void chinaIsEightHoursAheadAndTheDayMayBeAnotherOne() {
        assertThat(ShanghaiTime.text(Instant.parse("2026-11-25T16:00:05.9Z")))
                .isEqualTo("2026-11-26 00:00:05");
        assertThat(ShanghaiTime.parse("2026-11-26 00:00:05"))
                .contains(Instant.parse("2026-11-25T16:00:05Z"));
    }

    @Test
    void whatIsNoMomentIsNone() {
        assertThat(ShanghaiTime.parse("2026-02-30 00:00:00")).isEmpty();
        assertThat(ShanghaiTime.parse("soon")).isEmpty();
    }
}
