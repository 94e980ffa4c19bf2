package com.truecart.connector.alibaba1688;

import com.truecart.spi.Recipient;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An address in the fields of 1688: province, city, district, street, in texts. */
final class ChineseAddress {

    /**
     * "滨江区网商路699号": the district stands before the street. Estates (小区), neighbourhoods (社区), parks
     * (园区) and development zones (开发区) end in the same character and are none, nor does a district
     * begin before one and end after it.
     */
    private static final Pattern DISTRICT =
            Pattern.compile(
                    "(?<district>(?:(?!(?:[小社园園]|开发|開發)[区區])\\p{IsHan}){1,10}?(?:区|县|旗|區|縣))"
                            + "(?<street>.+)");

    private static final Map<String, String> WITHOUT_PROVINCES =
            Map.of("HK", "香港特别行政区", "MO", "澳门特别行政区", "TW", "台湾省");

    private ChineseAddress() {}

    /** Why 1688 cannot deliver there; empty where it can. */
    static Optional<String> refusal(Recipient recipient) {
        boolean isChina =
                recipient.country().equals("CN")
                        || WITHOUT_PROVINCES.containsKey(recipient.country());
        if (!isChina) {
            return Optional.of("1688 delivers within China only, not to " + recipient.country());
        }
        return recipient.country().equals("CN") && recipient.region().isBlank()
                ? Optional.of("1688 wants to know the province")
                : Optional.empty();
    }

    static Map<String, String> of(Recipient recipient) {
        String province =
                WITHOUT_PROVINCES.getOrDefault(recipient.country(), recipient.region().strip());
        Matcher street = DISTRICT.matcher(recipient.street().strip());
        boolean namesDistrict = street.matches();
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("fullName", fullName(recipient));
        fields.put("mobile", mobile(recipient.phone()));
        fields.put("phone", "");
        fields.put("postCode", recipient.postcode().isBlank() ? "000000" : recipient.postcode());
        fields.put("provinceText", province);
        fields.put("cityText", recipient.city().strip());
        fields.put("areaText", namesDistrict ? street.group("district") : "");
        fields.put("townText", "");
        fields.put(
                "address",
                namesDistrict ? street.group("street").strip() : recipient.street().strip());
        return fields;
    }

    /** Chinese names are written without a space, family name first; others with one. */
    private static String fullName(Recipient recipient) {
        String family = recipient.familyName().strip();
        String given = recipient.givenName().strip();
        boolean isHan =
                (family + given)
                        .codePoints()
                        .allMatch(
                                c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
        return (isHan ? family + given : given + " " + family).strip();
    }

    /** Digits as a courier of the mainland dials them: without +86, others with their code. */
    private static String mobile(String phone) {
        String digits = phone.replaceAll("[^\\d]", "");
        return phone.strip().startsWith("+86") ? digits.substring(2) : digits;
    }
}
