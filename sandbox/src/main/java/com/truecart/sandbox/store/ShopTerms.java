package com.truecart.sandbox.store;

import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What a shop is and what it charges for delivery.
 *
 * @param prefix starts each of its SKUs
 * @param departments what it sells
 * @param always products it has whatever the dice say, because its promotions name them
 * @param numericIds whether its protocol names products by number rather than by SKU
 * @param freeFrom the value of goods after discounts from which delivery is free, in cents
 * @param deliversWithinDays the latest day after the order on which the shop says a parcel arrives
 */
public record ShopTerms(
        String id,
        String name,
        String nameZh,
        String prefix,
        List<String> departments,
        Set<Integer> always,
        boolean numericIds,
        long deliveryFee,
        OptionalLong freeFrom,
        int deliversWithinDays) {

    /** The only currency of this world. */
    public static final String CURRENCY = "HKD";

    /** Copies the collections. */
    public ShopTerms {
        departments = List.copyOf(departments);
        always = Set.copyOf(always);
    }

    /** What standard delivery costs for goods of this value after discounts. */
    public long delivery(long goodsAfterDiscount) {
        return freeFrom.isPresent() && goodsAfterDiscount >= freeFrom.getAsLong() ? 0 : deliveryFee;
    }

    /** The SKU this shop gives to a product. */
    public String sku(int productNumber) {
        return prefix + "-" + productNumber;
    }
}
