package com.truecart.app.handoff;

import com.truecart.spi.HandOffReference;
import java.security.SecureRandom;

/** Names for visits: eighty random bits, so that none can be guessed from another. */
public final class FreshReference {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String SIGNS = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int LENGTH = 16;

    private FreshReference() {}

    /** One never used before. */
    public static HandOffReference next() {
        StringBuilder text = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            text.append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
        }
        return new HandOffReference(text.toString());
    }
}
