package com.truecart.sandbox;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * How a sandbox is to run.
 *
 * @param basePort the control port, the shops follow on the next ones; 0 takes any free ports
 * @param journal the folder that keeps the shops' books over a restart
 * @param shipAfter how long after placing a parcel leaves
 * @param deliverAfter how long after placing (not after shipping) it arrives
 */
public record SandboxOptions(
        int basePort,
        Optional<Path> journal,
        Clock clock,
        Duration shipAfter,
        Duration deliverAfter) {

    /** Refuses a parcel that arrives before it leaves. */
    public SandboxOptions {
        if (deliverAfter.compareTo(shipAfter) < 0) {
            throw new IllegalArgumentException("A parcel cannot arrive before it is shipped");
        }
    }

    /** Any free ports, books in memory, real time, a parcel shipped in 20 s and there in 60 s. */
    public static SandboxOptions defaults() {
        return new SandboxOptions(
                0,
                Optional.empty(),
                Clock.systemUTC(),
                Duration.ofSeconds(20),
                Duration.ofSeconds(60));
    }

    /** The same on fixed ports, counted from this one. */
    public SandboxOptions withBasePort(int port) {
        return new SandboxOptions(port, journal, clock, shipAfter, deliverAfter);
    }

    /** The same with books that survive. */
    public SandboxOptions withJournal(Path folder) {
        return new SandboxOptions(basePort, Optional.of(folder), clock, shipAfter, deliverAfter);
    }

    /** The same at another time. */
    public SandboxOptions withClock(Clock other) {
        return new SandboxOptions(basePort, journal, other, shipAfter, deliverAfter);
    }

    /** The same with other delivery times, both counted from placing. */
    public SandboxOptions withDelivery(Duration ship, Duration deliver) {
        return new SandboxOptions(basePort, journal, clock, ship, deliver);
    }
}
