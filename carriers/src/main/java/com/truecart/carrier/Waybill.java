package com.truecart.carrier;

import java.util.Optional;

/**
 * A parcel as it can be asked for.
 *
 * @param number on its label
 * @param carrier as the store names it
 * @param phoneTail the last four digits of the recipient's telephone number, which some carriers
 *     want to see; empty where there are fewer
 */
public record Waybill(String number, Optional<String> carrier, Optional<String> phoneTail) {

    /** The last four digits of a telephone number. */
    public static Optional<String> tailOf(String phone) {
        String digits = phone.replaceAll("\\D", "");
        return digits.length() < 4
                ? Optional.empty()
                : Optional.of(digits.substring(digits.length() - 4));
    }

    /** What a log may show. */
    @Override
    public String toString() {
        return "Waybill["
                + carrier.orElse("?")
                + " …"
                + number.substring(Math.max(0, number.length() - 4))
                + "]";
    }
}
