package com.truecart.app.order;

import com.truecart.model.Money;

/**
 * What a shopper wants done where a store turns out not to have goods after the consent. Part of
 * the consent, and acted on without asking.
 *
 * @param days how many days a store may take to have them again; 0 but for {@link Choice#WAIT}
 * @param percent by how many per cent what is bought instead may be dearer than agreed; 0 but for
 *     {@link Choice#REPLACE}
 */
public record ShortagePolicy(Choice choice, int days, int percent) {
    public static final int MOST_DAYS = 30;
    public static final int USUAL_DAYS = 7;
    public static final int MOST_PERCENT = 20;

    /** What is preselected: it never costs more than agreed. */
    public static final ShortagePolicy USUAL = replacing(0);

    /** What is done first. */
    public enum Choice {
        /** It is ordered at the same store once that has it again. */
        WAIT,
        /** The same goods are ordered elsewhere; where that cannot be, the shopper is asked. */
        REPLACE,
        /** It is called off, and its money is let go. */
        CANCEL
    }

    public ShortagePolicy {
        boolean waits = choice == Choice.WAIT;
        if (days < (waits ? 1 : 0) || days > (waits ? MOST_DAYS : 0)) {
            throw new IllegalArgumentException(
                    "days: 1 to " + MOST_DAYS + " to wait, else 0; is " + days);
        }
        if (percent < 0 || percent > (choice == Choice.REPLACE ? MOST_PERCENT : 0)) {
            throw new IllegalArgumentException(
                    "percent: 0 to " + MOST_PERCENT + " to replace, else 0; is " + percent);
        }
    }

    public static ShortagePolicy waiting(int days) {
        return new ShortagePolicy(Choice.WAIT, days, 0);
    }

    public static ShortagePolicy replacing(int percent) {
        return new ShortagePolicy(Choice.REPLACE, 0, percent);
    }

    public static ShortagePolicy cancelling() {
        return new ShortagePolicy(Choice.CANCEL, 0, 0);
    }

    /** The most that may become of an amount that was agreed to, rounded down. */
    public Money ceiling(Money agreed) {
        return new Money(
                Math.multiplyExact(agreed.minor(), 100L + percent) / 100, agreed.currency());
    }

    /** For fingerprints. */
    @Override
    public String toString() {
        return choice + " " + days + " " + percent;
    }
}
