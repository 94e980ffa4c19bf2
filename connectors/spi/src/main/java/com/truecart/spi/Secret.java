package com.truecart.spi;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** A credential that never shows itself: no log, message or recording prints more than stars. */
public final class Secret {
    private final String value;

    public Secret(String value) {
        this.value = value;
    }

    /** The plain value, for the one place that sends it. */
    public String reveal() {
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret that
                && MessageDigest.isEqual(
                        value.getBytes(StandardCharsets.UTF_8),
                        that.value.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return "****";
    }
}
