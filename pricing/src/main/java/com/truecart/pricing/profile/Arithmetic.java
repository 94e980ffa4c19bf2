package com.truecart.pricing.profile;

import java.math.RoundingMode;

/**
 * How the promotions of one stage are computed.
 *
 * @param base what a rate is taken from
 * @param point what is rounded
 * @param mode how a positive discount is rounded to the minor unit
 * @param weights what one amount is divided over several lines in proportion to; a share beyond
 *     what is left on its line is lost
 * @param spread who gets the odd cent
 * @param cap how a cap that is lower than a rate's shares is divided
 * @param dust a share of a line of at most so many millionths of a major unit is not taken off; 0
 *     for all but Medusa
 */
public record Arithmetic(
        Basis base,
        Point point,
        RoundingMode mode,
        Basis weights,
        Spread spread,
        Cap cap,
        long dust) {

    /** The arithmetic of an engine that divides a cap like any other amount. */
    public Arithmetic(Basis base, Point point, RoundingMode mode, Basis weights, Spread spread) {
        this(base, point, mode, weights, spread, Cap.SPREAD, 0);
    }

    /** Where a rate is rounded. */
    public enum Point {
        /** The price of each unit. */
        UNIT,
        /** Each line's amount. */
        LINE,
        /**
         * Each line's amount, with the rounding error of the lines before carried along (Magento).
         */
        LINE_CARRIED,
        /** Once over all lines, then divided. */
        TOTAL
    }

    /** How the cap of a rate is divided over lines. */
    public enum Cap {
        /** As one amount. */
        SPREAD,
        /** The first lines take their whole shares until it is used up (Medusa). */
        FIRST_LINES_FIRST
    }

    /** How one amount is divided over lines. */
    public enum Spread {
        /**
         * Rounded down; the cents left over to the largest remainders, ties to the earlier line
         * (Spree, ours).
         */
        LARGEST_REMAINDER,
        /** Rounded down; the cents left over one by one to the first lines (Shopify). */
        DOWN_FIRST_TAKE_REST,
        /** Rounded down; the last line takes what is left (Taobao, JD: assumed). */
        DOWN_LAST_TAKES_REST,
        /** Rounded half up; the last line takes what is left (Saleor). */
        LAST_TAKES_REST,
        /**
         * Rounded half down; the cents left over one by one to the first lines, whatever they cost;
         * lost where every share rounds to nothing (Sylius).
         */
        FIRST_TAKE_REST,
        /** Rounded half up with the error of the shares before carried along (Magento). */
        CARRIED,
        /**
         * From the last line to the first, each rounded down of what is left; the first takes the
         * rest (Solidus).
         */
        BACKWARD,
        /**
         * Rounded half even; what is missing goes to the first line that can bear it (Broadleaf).
         */
        HALF_EVEN_FIRST_TAKES_REST,
        /**
         * In proportion to what the lines cost with tax; rounded up, and the cents that are too
         * many taken back where a line was rounded up most, from the earliest of equals (Vendure).
         */
        GROSS_REMAINDER_LAST,
        /**
         * The same for each unit, rounded down, repeated; the last cents one by one, the line with
         * the highest price times units first (WooCommerce).
         */
        EQUAL_PER_UNIT
    }
}
