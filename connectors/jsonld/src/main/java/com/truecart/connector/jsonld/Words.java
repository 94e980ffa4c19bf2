package com.truecart.connector.jsonld;

import com.truecart.model.Availability;
import com.truecart.model.ItemCondition;
import java.util.Locale;

/** schema.org's and Open Graph's words in ours. */
final class Words {

    private Words() {}

    /** "https://schema.org/InStock", "InStock", "in stock", "instock" are one. */
    static Availability availability(String word) {
        return switch (key(word)) {
            case "instock", "onlineonly", "available", "availablefororder", "madetoorder" ->
                    Availability.IN_STOCK;
            case "limitedavailability", "lowstock" -> Availability.LOW_STOCK;
            case "preorder", "presale" -> Availability.PREORDER;
            case "backorder", "pending" -> Availability.BACKORDER;
            // what only the shelf of a shop has cannot be bought from here
            case "outofstock", "oos", "soldout", "unavailable", "instoreonly", "reserved" ->
                    Availability.OUT_OF_STOCK;
            case "discontinued" -> Availability.DISCONTINUED;
            default -> Availability.UNSTATED;
        };
    }

    static ItemCondition condition(String word) {
        return switch (key(word)) {
            case "newcondition", "new" -> ItemCondition.NEW;
            case "refurbishedcondition", "refurbished" -> ItemCondition.REFURBISHED;
            case "usedcondition", "used", "damagedcondition", "damaged" -> ItemCondition.USED;
            default -> ItemCondition.UNSTATED;
        };
    }

    private static String key(String word) {
        return Value.bare(word).toLowerCase(Locale.ROOT).replaceAll("[\\s_-]", "");
    }
}
