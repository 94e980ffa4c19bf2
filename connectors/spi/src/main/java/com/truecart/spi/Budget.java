package com.truecart.spi;

import java.time.Duration;

/**
 * How hard one upstream may be asked; the host makes its limits from it, connectors contain none.
 *
 * @param callsPerSecond ceiling of the call rate
 * @param concurrentCalls calls under way at once
 * @param timeout for one call, from sending to the last byte
 * @param largestReply bytes of one ordinary reply; more is {@link UpstreamException.Drifted}
 * @param largestDocument bytes of one downloaded document
 */
public record Budget(
        int callsPerSecond,
        int concurrentCalls,
        Duration timeout,
        long largestReply,
        long largestDocument) {

    /**
     * For an interface of a web shop: 10 calls a second, 4 at once, 15 s, 8 MiB a reply, 512 MiB a
     * document.
     */
    public static final Budget WEB_SHOP =
            new Budget(10, 4, Duration.ofSeconds(15), 8L << 20, 512L << 20);
}
