package com.truecart.connector.woocommerce;

import com.truecart.spi.Recipient;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** An address as WooCommerce wants it. */
final class ShopAddress {

    private static final Pattern COMMA = Pattern.compile(",");

    /**
     * WooCommerce knows three "states" of Hong Kong and insists on one; people write their
     * district.
     */
    private static final Map<String, String> HONG_KONG = hongKong();

    private ShopAddress() {}

    /** The fields of a delivery address. */
    static Map<String, String> shipping(Recipient recipient) {
        Map<String, String> fields = new HashMap<>();
        fields.put("first_name", recipient.givenName());
        fields.put("last_name", recipient.familyName());
        fields.put("address_1", recipient.street());
        fields.put("city", recipient.city());
        fields.put("state", state(recipient));
        fields.put("postcode", recipient.postcode());
        fields.put("country", recipient.country());
        fields.put("phone", recipient.phone());
        return fields;
    }

    /** The fields of a billing address, which alone has the e-mail. */
    static Map<String, String> billing(Recipient recipient) {
        Map<String, String> fields = shipping(recipient);
        fields.put("email", recipient.email());
        return fields;
    }

    private static String state(Recipient recipient) {
        if (!recipient.country().equals("HK")) {
            return recipient.region();
        }
        String byRegion = HONG_KONG.get(key(recipient.region()));
        String byCity = HONG_KONG.get(key(recipient.city()));
        return byRegion != null ? byRegion : byCity != null ? byCity : recipient.region();
    }

    private static String key(String text) {
        return text.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+(district|island)$", "");
    }

    private static Map<String, String> hongKong() {
        Map<String, String> states = new HashMap<>();
        put(
                states,
                "HONG KONG",
                "hong kong,香港島,港島,central and western,central & western,central,eastern,southern,"
                        + "wan chai,中西區,東區,南區,灣仔,灣仔區");
        put(
                states,
                "KOWLOON",
                "kowloon,九龍,sham shui po,kowloon city,kwun tong,wong tai sin,yau tsim mong,"
                        + "深水埗區,九龍城區,觀塘區,黃大仙區,油尖旺區");
        put(
                states,
                "NEW TERRITORIES",
                "new territories,nt,新界,islands,kwai tsing,north,sai kung,sha tin,tai po,tsuen wan,"
                        + "tuen mun,yuen long,離島區,葵青區,北區,西貢區,沙田區,大埔區,荃灣區,屯門區,元朗區");
        return Map.copyOf(states);
    }

    private static void put(Map<String, String> states, String state, String districts) {
        COMMA.splitAsStream(districts).forEach(district -> states.put(district, state));
    }
}
