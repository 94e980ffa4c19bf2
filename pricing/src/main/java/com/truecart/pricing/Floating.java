package com.truecart.pricing;

/**
 * The arithmetic of engines that count in IEEE doubles, operation by operation. Those written in
 * JavaScript round to the nearest with ties towards the higher value. A discount is negative there,
 * so its ties go towards the lower discount. {@link Math#round(double)} is the same function as
 * JavaScript's.
 */
final class Floating {

    private Floating() {}

    /** A rate off each of some units, rounded once for the line. */
    static long percentOfUnits(long unit, long ratePpm, int units) {
        return -Math.round(-unit * (percent(ratePpm) / 100) * units);
    }

    /** A rate off one amount. */
    static long percentOf(long amount, long ratePpm) {
        return -Math.round(-amount * (percent(ratePpm) / 100));
    }

    /** A rate off one amount, cut to the minor unit below. */
    static long floorOf(long amount, long ratePpm) {
        return (long) Math.floor(amount * (percent(ratePpm) / 100));
    }

    /** A line with tax added, from what each unit costs without; rounded once for the line. */
    static long withTax(double unit, long taxPpm, int units) {
        return Math.round((unit + unit * (percent(taxPpm) / 100)) * units);
    }

    /** A line without the tax that is inside, from what each unit costs with it. */
    static long withoutTax(double unit, long taxPpm, int units) {
        double tax = unit - unit / ((100 + percent(taxPpm)) / 100);
        return Math.round((unit - tax) * units);
    }

    private static double percent(long ratePpm) {
        return ratePpm / 10_000.0;
    }
}
