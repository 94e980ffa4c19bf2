package com.truecart.app.connection;

import com.truecart.spi.Secret;
import java.net.URI;
import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes secrets, and what may name a person or a session, out of addresses and texts before a
 * person, a log or the record sees them.
 */
final class Masking {
    private static final String STARS = "****";

    /** Short numbers (a page, a size) say where it broke and nothing of anybody. */
    private static final Pattern PARAMETER =
            Pattern.compile("([?&][^=&#\\s]*=)(?!\\d{1,4}(?:[&#\\s]|$))[^&#\\s]+");

    private static final Pattern USER = Pattern.compile("//[^/@\\s]*@");

    /** A part of a path, not the host, which follows two slashes. */
    private static final Pattern SEGMENT = Pattern.compile("(?<![/:])/([^/?#\\s]+)");

    /** Letters and digits mixed at length, as in the ids of sessions, carts and keys. */
    private static final Pattern TOKEN =
            Pattern.compile("(?i)(?=[a-z]*\\d)(?=\\d*[a-z])[a-z0-9]{12,}");

    private Masking() {}

    static String mask(URI uri, Collection<Secret> secrets) {
        return mask(uri.toString(), secrets);
    }

    static String mask(String text, Collection<Secret> secrets) {
        String masked = text;
        for (Secret secret : secrets) {
            if (!secret.reveal().isEmpty()) {
                masked = masked.replace(secret.reveal(), STARS);
            }
        }
        masked = PARAMETER.matcher(masked).replaceAll("$1" + STARS);
        masked = USER.matcher(masked).replaceAll("//" + STARS + "@");
        return SEGMENT.matcher(masked)
                .replaceAll(segment ->
                        TOKEN.matcher(segment.group(1)).find()
                                ? "/" + STARS
                                : Matcher.quoteReplacement(segment.group()));
    }
}
