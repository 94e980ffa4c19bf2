package com.truecart.spi;

/** A place in a pull, opaque to the host, which keeps it as it is. At most 2,000 characters. */
public record Cursor(String token) {
    public Cursor {
        if (token.length() > 2000) {
            throw new IllegalArgumentException("a cursor holds at most 2,000 characters");
        }
    }
}
