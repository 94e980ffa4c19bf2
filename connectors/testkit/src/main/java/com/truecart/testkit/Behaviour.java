package com.truecart.testkit;

import com.truecart.spi.ConnectorDescriptor.Capability;

/** What a connector promises, by name: the columns of {@code docs/contract-table.md}. */
public enum Behaviour {
    /** Found, described, opened without a call, checked; what is declared is there. */
    OPENING("opening", Capability.CATALOG),
    /** Pages end, each listing comes once, a crash leaves no gap. */
    PAGING("paging and resume", Capability.CATALOG),
    /** What changed since a watermark comes, and nothing else is needed. */
    CHANGES("changes since", Capability.CHANGES_SINCE),
    /** A single listing is stated as a pull states it; one that is gone is absent, not a fault. */
    LOOK_UP("single listings", Capability.LOOK_UP),
    /** A bad record is passed over with its field and the reason. */
    SKIPPED("skipped rows", Capability.CATALOG),
    /** Prices are those a person reads, to the cent; texts are plain. */
    MONEY("money", Capability.CATALOG),
    /** Another shape than we know is {@code Drifted}, not an empty shop. */
    DRIFT("drift", Capability.CATALOG),
    /** Asked too often is {@code Throttled}, with the time to wait. */
    THROTTLED("throttled", Capability.CATALOG),
    /** Not let in is {@code Refused}, and the operator is told. */
    REFUSED("refused", Capability.CATALOG),
    /** Each promotion is modelled, or kept in its own words. */
    PROMOTIONS("promotions", Capability.PROMOTIONS),
    /** A link leads to the store. */
    HAND_OFF("hand-off", Capability.HAND_OFF),
    /** The store's own figures for these lines; what it cannot sell is named. */
    QUOTE("quote", Capability.ORDERS),
    /** Placed for what was agreed, or not placed; then followed. */
    PLACE("place", Capability.ORDERS),
    /** What our rules make of what was read is what the store quotes and charges. */
    PREDICTION("predicted = quoted = charged", Capability.ORDERS),
    /** An answer that is lost or unreadable is doubt, and doubt has a way out. */
    LOST_ANSWER("lost answer", Capability.ORDERS),
    /** An order that arrives after we gave up is found, and not bought again. */
    LATE_SUCCESS("late success", Capability.ORDERS),
    /** A status we do not know is neither success nor failure. */
    UNKNOWN_STATUS("unknown status", Capability.ORDERS),
    /** The same event sent twice has one name. */
    DUPLICATE_WEBHOOK("duplicate webhook", Capability.WEBHOOKS),
    /** What the upstream did not sign is not heard. */
    FORGED_WEBHOOK("forged webhook", Capability.WEBHOOKS);

    private final String words;
    private final Capability capability;

    Behaviour(String words, Capability capability) {
        this.words = words;
        this.capability = capability;
    }

    /** As people read it. */
    public String words() {
        return words;
    }

    /** The capability that promises it. */
    public Capability capability() {
        return capability;
    }
}
