package com.truecart.model;

import java.util.Optional;

/**
 * How often a promotion may be used, as stated. Of a foreign store we only know what it says;
 * whether a quota is used up is known only where the store tells ({@code used}).
 *
 * <p>By one customer a use is an order. By all it is a unit where the price of units is lowered (a
 * price for each, and whatever is worked out in the stages ITEM and QUANTITY): "1 of 100 left" is
 * one phone at the flash price, and the second costs what it always does. Of what is given once
 * over an order, such as a coupon, it is an order.
 *
 * @param perCustomer uses by one customer, at least 1
 * @param total uses by all (秒杀 quota), at least 1
 * @param used how many of {@code total} are gone, where the store tells
 */
public record Limits(Optional<Integer> perCustomer, Optional<Long> total, Optional<Long> used) {
    public Limits {
        Sound.requireTimes(perCustomer, "perCustomer");
        if (total.isPresent() && total.get() < 1) {
            throw new IllegalArgumentException("total: must be at least 1, is " + total.get());
        }
        if (used.isPresent() && used.get() < 0) {
            throw new IllegalArgumentException("used: must not be negative, is " + used.get());
        }
    }

    /** So many uses by one customer. */
    public static Limits perCustomer(int uses) {
        return new Limits(Optional.of(uses), Optional.empty(), Optional.empty());
    }

    /** So many uses by all, of which some are gone. */
    public static Limits quota(long total, long used) {
        return new Limits(Optional.empty(), Optional.of(total), Optional.of(used));
    }

    /** Whether the stated quota is used up. */
    public boolean isUsedUp() {
        return left().filter(uses -> uses == 0).isPresent();
    }

    /** How many uses by all are left, where the store tells. */
    public Optional<Long> left() {
        return total.flatMap(all -> used.map(gone -> Math.max(0, all - gone)));
    }
}
