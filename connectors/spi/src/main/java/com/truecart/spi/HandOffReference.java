package com.truecart.spi;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Our name for one hand-off, so that an order made through its link can be told from others. It
 * says nothing of the shopper: whoever reads it at the store learns that two orders came of one
 * visit, and no more.
 *
 * @param value 8 to 32 lower case letters and digits: what every platform's own field takes
 */
public record HandOffReference(String value) {
    private static final Pattern FORM = Pattern.compile("[a-z0-9]{8,32}");

    public HandOffReference {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "reference: expected 8 to 32 lower case letters and digits, found " + value);
        }
    }

    /** What a platform echoes, where it is of our form: others' links may carry other things. */
    public static Optional<HandOffReference> echoed(String text) {
        return FORM.matcher(text).matches()
                ? Optional.of(new HandOffReference(text))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
