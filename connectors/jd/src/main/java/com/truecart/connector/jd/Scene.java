package com.truecart.connector.jd;

import com.truecart.spi.KeyStability;
import java.util.Optional;

/** Which ids JD gives an account. */
enum Scene {
    /** Item ids of two parts, of which the first changes with every call; open to every account. */
    ITEM(1, KeyStability.PER_ACCOUNT),
    /** JD's own article numbers too, for accounts with the permission. */
    SKU(2, KeyStability.STABLE);

    private final int id;
    private final KeyStability keys;

    Scene(int id, KeyStability keys) {
        this.id = id;
        this.keys = keys;
    }

    static Optional<Scene> of(String setting) {
        return switch (setting.strip()) {
            case "1" -> Optional.of(ITEM);
            case "2" -> Optional.of(SKU);
            default -> Optional.empty();
        };
    }

    int id() {
        return id;
    }

    KeyStability keys() {
        return keys;
    }
}
