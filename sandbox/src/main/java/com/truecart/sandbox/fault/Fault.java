package com.truecart.sandbox.fault;

import java.time.Duration;
import java.util.Optional;

/**
 * A piece of misbehaviour that was ordered.
 *
 * @param shop the shop's id, or {@code *} for all
 * @param pathContains a part of the path; empty for any
 * @param times how many matching requests it meets
 * @param delay how long {@link FaultKind#SLOW} waits
 */
public record Fault(
        String shop,
        String pathContains,
        Optional<String> method,
        FaultKind kind,
        int times,
        Duration delay) {

    /** Refuses a fault that never happens. */
    public Fault {
        if (times < 1) {
            throw new IllegalArgumentException("A fault must happen at least once");
        }
    }

    /** This kind, once, on any method. */
    public static Fault once(String shop, String pathContains, FaultKind kind) {
        return new Fault(shop, pathContains, Optional.empty(), kind, 1, Duration.ofSeconds(2));
    }

    /** The same, several times. */
    public Fault times(int count) {
        return new Fault(shop, pathContains, method, kind, count, delay);
    }

    /** The same, only for requests with this method. */
    public Fault on(String onlyMethod) {
        return new Fault(shop, pathContains, Optional.of(onlyMethod), kind, times, delay);
    }

    /** The same with another delay. */
    public Fault after(Duration other) {
        return new Fault(shop, pathContains, method, kind, times, other);
    }

    boolean meets(String shopId, String requestMethod, String path) {
        return (shop.equals("*") || shop.equals(shopId))
                && path.contains(pathContains)
                && method.map(requestMethod::equals).orElse(true);
    }
}
