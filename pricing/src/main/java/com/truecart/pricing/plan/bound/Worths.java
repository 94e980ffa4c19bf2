package com.truecart.pricing.plan.bound;

/**
 * What binds stores that choose by themselves (Lagrangian multipliers), and the bound it gives.
 * Immutable.
 */
final class Worths {
    private final double[] ofWants;
    private final double wide;
    private final double perOrder;
    private final double bound;

    /**
     * Copies.
     *
     * @param ofWants by want, in minor units: what buying it once earns
     * @param wide what each cent spent over several stores earns, from 0 to 1
     * @param perOrder what each order costs on top, so that there are not too many
     * @param bound nothing comes to less
     */
    Worths(double[] ofWants, double wide, double perOrder, double bound) {
        this.ofWants = ofWants.clone();
        this.wide = wide;
        this.perOrder = perOrder;
        this.bound = bound;
    }

    double ofWant(int want) {
        return ofWants[want];
    }

    double ofAllWants() {
        double sum = 0;
        for (double worth : ofWants) {
            sum += worth;
        }
        return sum;
    }

    double wide() {
        return wide;
    }

    double perOrder() {
        return perOrder;
    }

    double bound() {
        return bound;
    }

    /** Puts each want's worth where it stands. */
    void copyTo(double[] worths) {
        System.arraycopy(ofWants, 0, worths, 0, ofWants.length);
    }

    /** The same, of which it is known otherwise that nothing comes to less than this. */
    Worths atLeast(double known) {
        return new Worths(ofWants, wide, perOrder, Math.max(bound, known));
    }

    /** The same, which prove nothing yet. */
    Worths unbound() {
        return new Worths(ofWants, wide, perOrder, Double.NEGATIVE_INFINITY);
    }
}
