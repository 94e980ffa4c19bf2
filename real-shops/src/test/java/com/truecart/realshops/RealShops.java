package com.truecart.realshops;

import org.junit.jupiter.api.Assumptions;

/** Real shops for tests. */
public final class RealShops {
    private RealShops() {}

    /**
     * Skips the calling test with a sentence where no shop can be run; in CI (environment CI=true)
     * it fails, because a missing shop would hide everything these tests guard.
     */
    public static void assumeNode() {
        Availability node = Availability.ofNode();
        if (node.present()) {
            return;
        }
        if ("true".equals(System.getenv("CI"))) {
            throw new AssertionError(node.sentence());
        }
        System.out.println("Skipped: " + node.sentence());
        Assumptions.abort(node.sentence());
    }
}
