package com.truecart.app.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTest {
    private static final ZoneId HONG_KONG = ZoneId.of("Asia/Hong_Kong");

    @ParameterizedTest(name = "{0} to {1}, at {2}: {3}")
    @CsvSource({
        // 22:00 in Hong Kong is 14:00 UTC
        "22:00, 08:00, 2026-11-26T13:59:59Z, 2026-11-26T13:59:59Z",
        "22:00, 08:00, 2026-11-26T14:00:00Z, 2026-11-27T00:00:00Z",
        "22:00, 08:00, 2026-11-26T20:00:00Z, 2026-11-27T00:00:00Z",
        "22:00, 08:00, 2026-11-27T00:00:00Z, 2026-11-27T00:00:00Z",
        "12:30, 13:30, 2026-11-26T04:29:00Z, 2026-11-26T04:29:00Z",
        "12:30, 13:30, 2026-11-26T05:00:00Z, 2026-11-26T05:30:00Z",
        "00:00, 08:00, 2026-11-26T16:00:00Z, 2026-11-27T00:00:00Z",
        "22:00, 00:00, 2026-11-26T15:00:00Z, 2026-11-26T16:00:00Z",
        "22:00, 00:00, 2026-11-26T16:00:00Z, 2026-11-26T16:00:00Z",
    })
    void whatIsDueInQuietHoursWaitsForTheirEnd(
            LocalTime from, LocalTime to, Instant due, Instant told) {
        assertThat(new QuietHours(from, to).endAfter(due, HONG_KONG)).isEqualTo(told);
    }

    @Test
    void hoursThatEndWhenTheyBeginMeanNothing() {
        LocalTime noon = LocalTime.NOON;
        assertThatIllegalArgumentException().isThrownBy(() -> new QuietHours(noon, noon));
    }
}
