package com.truecart.sandbox.woo;

import java.util.Optional;

/**
 * How a shop is set up; another set-up can be adopted at any time.
 *
 * @param tax where its prices stand towards tax
 * @param percent the rate of the tax, on goods and on delivery
 * @param packages in how many parcels a cart of several products is sent
 * @param demanded a field that some extension demands at the checkout
 * @param batches whether several requests may be sent as one
 */
public record WooPolicy(
        Tax tax, int percent, int packages, Optional<Field> demanded, boolean batches) {

    /** Where prices stand towards tax. */
    public enum Tax {
        /** There is none. */
        NONE,
        /** Prices are shown without it, and it comes on top. */
        ADDED,
        /** Prices are shown with it. */
        INCLUDED
    }

    /** Who demands a field. */
    public enum Place {
        /** A field registered for the checkout, sent in {@code additional_fields}. */
        ADDITIONAL_FIELDS,
        /** A field of the address, sent beside the usual ones. */
        BILLING_ADDRESS,
        /** An extension of the interface, sent in {@code extensions}. */
        EXTENSIONS
    }

    /** A field beyond those of WooCommerce. */
    public record Field(Place place, String id, String label) {}

    /** A shop as it comes out of the box. */
    public static WooPolicy plain() {
        return new WooPolicy(Tax.NONE, 0, 1, Optional.empty(), true);
    }

    /** The same with a tax. */
    public WooPolicy with(Tax other, int rate) {
        return new WooPolicy(other, rate, packages, demanded, batches);
    }

    /** The same with two parcels for a cart of several products. */
    public WooPolicy inTwoParcels() {
        return new WooPolicy(tax, percent, 2, demanded, batches);
    }

    /** The same with an extension that demands a field. */
    public WooPolicy demanding(Field field) {
        return new WooPolicy(tax, percent, packages, Optional.of(field), batches);
    }

    /** The same without the batch endpoint. */
    public WooPolicy withoutBatches() {
        return new WooPolicy(tax, percent, packages, demanded, false);
    }

    /** A shown amount without its tax, in cents, rounded half up. */
    long net(long shown) {
        return tax == Tax.INCLUDED ? rounded(shown * 100, 100 + percent) : shown;
    }

    /** The tax of a shown amount, in cents, rounded half up by itself. */
    long taxOf(long shown) {
        return switch (tax) {
            case NONE -> 0;
            case ADDED -> rounded(shown * percent, 100);
            case INCLUDED -> rounded(shown * percent, 100 + percent);
        };
    }

    private static long rounded(long amount, long by) {
        return Math.floorDiv(2 * amount + by, 2 * by);
    }
}
