package com.truecart.pricing.plan.model;

import com.truecart.model.Money;

/**
 * What comes off while the spend is between two amounts: a fixed amount of goods and of the
 * delivery fee, and a share.
 *
 * @param from the least spend
 * @param to the highest spend; {@link #NO_END} where it never ends
 * @param goodsOff off the goods
 * @param feeOff off the delivery fee
 * @param ratePpm a share of the spend, off the goods, rounded half up
 * @param shiftPpm added to spend times rate before it is rounded: an earlier amount off lowers what
 *     the share is taken from
 * @param most what {@code goodsOff} and the share together may come to
 */
public record Step(
        long from, long to, long goodsOff, long feeOff, long ratePpm, long shiftPpm, long most) {

    /** A spend nobody reaches. */
    public static final long NO_END = Long.MAX_VALUE / 4;

    /** Fixed amounts from here on. */
    public static Step fixed(long from, long goodsOff, long feeOff) {
        return new Step(from, NO_END, goodsOff, feeOff, 0, 0, NO_END);
    }

    /** A share from here on, not more than {@code most}. */
    public static Step rate(long from, long ratePpm, long most) {
        return new Step(from, NO_END, 0, 0, ratePpm, 0, most);
    }

    /** The same step between other amounts. */
    public Step between(long least, long highest) {
        return new Step(least, highest, goodsOff, feeOff, ratePpm, shiftPpm, most);
    }

    /** Whether this spend reaches it. */
    public boolean covers(long spend) {
        return spend >= from && spend <= to;
    }

    /** What comes off the goods at this spend. */
    public long goodsOffAt(long spend) {
        if (ratePpm == 0) {
            return Math.min(most, goodsOff);
        }
        long share = Math.floorDiv(spend * ratePpm + shiftPpm + Money.PPM / 2, Money.PPM);
        return Math.min(most, goodsOff + share);
    }

    /** What comes off in all at this spend. */
    public long offAt(long spend) {
        return goodsOffAt(spend) + feeOff;
    }
}
