package com.truecart.pricing.profile;

/** A point in time of the calculation whose amounts are looked at. */
public enum Basis {
    /** Before every promotion. */
    ORIGINAL,
    /** After the promotions on items and quantities, before those of the store's order. */
    AFTER_ITEMS,
    /** As the lane found it. */
    LANE_START,
    /** As it stands now: a promotion's own lane mates count, itself never. */
    RUNNING
}
