package com.truecart.sandbox.pay;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Card numbers that mean something to Stripe's test mode (docs.stripe.com/testing). */
public enum TestCard {
    /** Pays. */
    FINE("4242424242424242", "", "", "pays"),
    /** The bank says no and not why. */
    DECLINED("4000000000000002", "card_declined", "generic_decline", "is declined"),
    /** Too little money. */
    INSUFFICIENT_FUNDS(
            "4000000000009995", "card_declined", "insufficient_funds", "has too little money"),
    /** Reported lost. */
    LOST("4000000000009987", "card_declined", "lost_card", "is reported lost"),
    /** No longer valid. */
    EXPIRED("4000000000000069", "expired_card", "", "has expired"),
    /** Another security code. */
    INCORRECT_CVC("4000000000000127", "incorrect_cvc", "", "has another security code"),
    /** Something does not work. */
    PROCESSING_ERROR("4000000000000119", "processing_error", "", "cannot be processed now"),
    /** Pays after the bank recognised the shopper. */
    THREE_D_SECURE("4000002500003155", "", "", "asks its bank first (3-D Secure)");

    private static final Pattern EXPIRY = Pattern.compile("(\\d{2})\\s*/?\\s*(?:20)?(\\d{2})");

    private final String number;
    private final String code;
    private final String declineCode;
    private final String words;

    TestCard(String number, String code, String declineCode, String words) {
        this.number = number;
        this.code = code;
        this.declineCode = declineCode;
        this.words = words;
    }

    /** The number on the card. */
    public String number() {
        return number;
    }

    /** What it does, for the page. */
    String words() {
        return words;
    }

    /** Why a card is not taken. */
    record Problem(String code, String declineCode, String message) {}

    /** Why the bank does not take it; empty where it does. */
    Optional<Problem> problem() {
        return code.isEmpty()
                ? Optional.empty()
                : Optional.of(new Problem(code, declineCode, "Your card " + words + "."));
    }

    static Optional<TestCard> of(String number) {
        return Arrays.stream(values()).filter(card -> card.number.equals(number)).findFirst();
    }

    /** What is wrong with what was typed, before any bank is asked. */
    static Optional<String> slip(String number, String expiry, String cvc, Instant now) {
        if (!isLuhn(number)) {
            return Optional.of("Your card number is invalid.");
        }
        Matcher date = EXPIRY.matcher(expiry.strip());
        if (!date.matches()) {
            return Optional.of("Your card's expiration date is incomplete.");
        }
        int month = Integer.parseInt(date.group(1));
        YearMonth today = YearMonth.from(now.atZone(ZoneOffset.UTC));
        if (month < 1
                || month > 12
                || YearMonth.of(2000 + Integer.parseInt(date.group(2)), month).isBefore(today)) {
            return Optional.of("Your card's expiration date is in the past.");
        }
        return cvc.strip().matches("\\d{3,4}")
                ? Optional.empty()
                : Optional.of("Your card's security code is incomplete.");
    }

    private static boolean isLuhn(String number) {
        if (!number.matches("\\d{12,19}")) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < number.length(); i++) {
            int digit = number.charAt(number.length() - 1 - i) - '0';
            int doubled = i % 2 == 0 ? digit : digit * 2;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0;
    }
}
