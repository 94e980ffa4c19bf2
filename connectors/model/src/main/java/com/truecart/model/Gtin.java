package com.truecart.model;

/**
 * A Global Trade Item Number, kept as fourteen digits so that UPC-12 and EAN-13 of one article are
 * equal.
 *
 * <p>Source: GS1 General Specifications, section 7.9 (check digit) and 1.4 (restricted circulation
 * numbers, which name nothing outside the company that printed them and are therefore refused).
 *
 * @param digits fourteen digits whose check digit is right
 */
public record Gtin(String digits) {

    public Gtin {
        if (!digits.matches("\\d{14}")) {
            throw new IllegalArgumentException("a GTIN has 8, 12, 13 or 14 digits: " + digits);
        }
        if (checkDigit(digits) != digits.charAt(13) - '0') {
            throw new IllegalArgumentException("the check digit is wrong: " + digits);
        }
        if (digits.matches("0*")) {
            throw new IllegalArgumentException("a row of zeros names no product: " + digits);
        }
        if (isRestricted(digits)) {
            throw new IllegalArgumentException(
                    "a number for use inside one company names no product: " + digits);
        }
    }

    /**
     * Reads a GTIN of 8, 12, 13 or 14 digits, spaces and hyphens ignored.
     *
     * @throws IllegalArgumentException with the reason where it is not one
     */
    public static Gtin parse(String text) {
        String digits = text.replaceAll("[\\s-]", "");
        if (!digits.matches("\\d{8}|\\d{12,14}")) {
            throw new IllegalArgumentException("a GTIN has 8, 12, 13 or 14 digits: " + text);
        }
        return new Gtin("0".repeat(14 - digits.length()) + digits);
    }

    private static int checkDigit(String digits) {
        int sum = 0;
        for (int i = 0; i < 13; i++) {
            sum += (digits.charAt(i) - '0') * (i % 2 == 0 ? 3 : 1);
        }
        return (10 - sum % 10) % 10;
    }

    /**
     * Prefixes 02 and 20–29 (as EAN-13), and 04 (as UPC company-internal), are for use inside one
     * company.
     */
    private static boolean isRestricted(String digits) {
        String ean13 = digits.substring(1);
        return ean13.startsWith("2") || ean13.startsWith("02") || ean13.startsWith("04");
    }
}
