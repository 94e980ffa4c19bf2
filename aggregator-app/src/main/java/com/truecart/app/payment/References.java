package com.truecart.app.payment;

import java.security.SecureRandom;

/** Names that cannot be guessed from one another: for tries to pay, and for tickets. */
final class References {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String SIGNS = "abcdefghijkmnpqrstuvwxyz23456789";

    private References() {}

    /** For a try: ninety random bits. */
    static String payment() {
        return "tc-" + random(18);
    }

    /** For a ticket, to be read out on the phone: forty random bits. */
    static String ticket() {
        return "HELP-" + random(8).toUpperCase(java.util.Locale.ROOT);
    }

    private static String random(int length) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
        }
        return text.toString();
    }
}
