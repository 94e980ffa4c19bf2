package com.truecart.app.desk;

import com.truecart.spi.Recipient;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Takes out of recorded words who the shopper is and where they live. */
public final class Redaction {
    private static final String STARS = "****";
    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>@,;:]+@[^\\s<>@,;:]+");
    private static final int SHORTEST = 3;

    private final List<Pattern> personal;

    /** For what was said about an order for this recipient. */
    public Redaction(Recipient recipient) {
        personal =
                Stream.of(
                                recipient.givenName(),
                                recipient.familyName(),
                                recipient.email(),
                                recipient.phone(),
                                recipient.street(),
                                recipient.postcode())
                        .map(String::strip)
                        .filter(value -> value.length() >= SHORTEST)
                        .map(value ->
                                Pattern.compile(
                                        Pattern.quote(value),
                                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE))
                        .toList();
    }

    /** The same words with stars for what is personal. */
    public String of(String words) {
        String redacted = words;
        for (Pattern one : personal) {
            redacted = one.matcher(redacted).replaceAll(STARS);
        }
        return general(redacted);
    }

    /** The same where the recipient is not known: addresses of people only. */
    public static String general(String words) {
        return ADDRESS.matcher(words).replaceAll(STARS);
    }

    /** Enough of a recipient to tell two apart, and no more. */
    public static String initials(Recipient recipient) {
        return initial(recipient.givenName())
                + initial(recipient.familyName())
                + recipient.city()
                + ", "
                + recipient.country();
    }

    private static String initial(String name) {
        String stripped = name.strip();
        return stripped.isEmpty()
                ? ""
                : stripped.substring(0, stripped.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT)
                        + ". ";
    }
}
