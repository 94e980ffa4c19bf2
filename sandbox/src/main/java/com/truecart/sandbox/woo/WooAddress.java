package com.truecart.sandbox.woo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The addresses of a checkout. */
final class WooAddress {
    /** Every field of a Store API address. */
    static final List<String> FIELDS =
            List.of(
                    "first_name",
                    "last_name",
                    "company",
                    "address_1",
                    "address_2",
                    "city",
                    "state",
                    "postcode",
                    "country",
                    "phone",
                    "email");

    /** Hong Kong has no postcodes, but three regions that must be named. */
    private static final List<String> REGIONS = List.of("HONG KONG", "KOWLOON", "NEW TERRITORIES");

    private static final List<String> REQUIRED =
            List.of("first_name", "last_name", "address_1", "city", "country");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");

    private WooAddress() {}

    /** Takes over the fields that were sent. */
    static void take(ObjectNode body, String name, Map<String, String> into) {
        JsonNode address = body.path(name);
        for (String field : FIELDS) {
            if (address.path(field).isString()) {
                into.put(field, address.path(field).stringValue());
            }
        }
    }

    /** What is missing or wrong, by the parameter it is in. */
    static Map<String, String> faults(Map<String, String> billing, Map<String, String> shipping) {
        Map<String, String> faults = new LinkedHashMap<>();
        List<String> inBilling = missing(billing);
        if (!EMAIL.matcher(billing.getOrDefault("email", "")).matches()) {
            inBilling.add("email");
        }
        List<String> inShipping = missing(shipping);
        if (!inBilling.isEmpty()) {
            faults.put("billing_address", sentence(inBilling));
        }
        if (!inShipping.isEmpty()) {
            faults.put("shipping_address", sentence(inShipping));
        }
        return faults;
    }

    private static List<String> missing(Map<String, String> address) {
        List<String> missing = new ArrayList<>();
        for (String field : REQUIRED) {
            if (address.getOrDefault(field, "").isBlank()) {
                missing.add(field);
            }
        }
        if (address.getOrDefault("country", "").equals("HK")
                && !REGIONS.contains(address.getOrDefault("state", ""))) {
            missing.add("state");
        }
        return missing;
    }

    private static String sentence(List<String> fields) {
        return "There was a problem with: " + String.join(", ", fields);
    }
}
