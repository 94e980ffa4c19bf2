package com.truecart.app.order;

import java.security.SecureRandom;

/**
 * Numbers people read out on the phone: ten letters and digits without those that look or sound
 * alike, not to be guessed from another.
 */
final class OrderNumber {
    private static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final SecureRandom RANDOM = new SecureRandom();

    private OrderNumber() {}

    static String next() {
        StringBuilder number = new StringBuilder("TC-");
        for (int i = 0; i < 10; i++) {
            number.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return number.insert(8, '-').toString();
    }
}
