package com.truecart.kit;

import com.truecart.spi.Page;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says of a record that broke while it was read which field is to blame. */
public final class UnusableRecord {

    /**
     * "$.products[3].prices.price: expected …" and "listPrice: is below …" name the field before
     * the colon.
     */
    private static final Pattern FIELD_FIRST =
            Pattern.compile("(?s)(?:\\$[^:\\s]*?\\.)?([A-Za-z_][\\w.\\[\\]]*):\\s+(.+)");

    private UnusableRecord() {}

    /**
     * The record passed over.
     *
     * @param ref how to find it at the upstream
     * @param problem its message begins with the field, as those of {@link Json} and of the model
     *     do
     * @param excerpt the record as it stands
     */
    public static Page.Skipped skipped(String ref, RuntimeException problem, String excerpt) {
        String message = String.valueOf(problem.getMessage());
        Matcher matcher = FIELD_FIRST.matcher(message);
        return matcher.matches()
                ? new Page.Skipped(ref, matcher.group(1), matcher.group(2), excerpt)
                : new Page.Skipped(ref, "record", message, excerpt);
    }
}
