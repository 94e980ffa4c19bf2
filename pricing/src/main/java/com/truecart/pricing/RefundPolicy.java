package com.truecart.pricing;

/**
 * What a store gives back where a part of an order is returned.
 *
 * @param goods how the goods are worked out
 * @param delivery when the delivery fee comes back
 */
public record RefundPolicy(Goods goods, Delivery delivery) {

    /** How the refund for goods is worked out. */
    public enum Goods {
        /**
         * What was paid for the line, in proportion to its units, rounded down to the minor unit;
         * the last unit takes the rest. Kept lines keep their share of every promotion although a
         * threshold may no longer be reached. Sources, read in code: Saleor (grant refund), Solidus
         * and Spree (default refund amount), Sylius (refund plugin), Medusa (line totals), Magento
         * (credit memo; the last unit gets the rest exactly), WooCommerce (admin refund).
         * Documented: Shopify ({@code SuggestedRefund}), Taobao ({@code divide_order_fee}, "does
         * not affect other orders"). JD: assumed.
         */
        SHARE_OF_PAID,
        /**
         * What was paid less what the kept units cost under the same promotions at the same moment,
         * never below nothing: a discount the kept units would not have got is clawed back. None of
         * the engines read does so in a refund; it is what an edited order comes to at Shopify
         * (order edits work out the discounts anew) and what merchants do by hand.
         */
        REPRICED
    }

    /** When the delivery fee paid comes back. */
    public enum Delivery {
        /** With the last unit of the order. */
        ON_FULL_RETURN,
        /** Never. */
        NEVER
    }
}
