package com.truecart.app.connection;

import com.truecart.spi.Secret;
import java.net.URI;
import java.util.Collection;
import java.util.regex.Pattern;

/** Takes secrets out of addresses and texts before a person or a log sees them. */
final class Masking {
    private static final String STARS = "****";
    private static final Pattern SECRET_PARAMETER =
            Pattern.compile(
                    "(?i)([?&][^=&#]*(?:key|token|secret|password|signature|auth)[^=&#]*=)[^&#]*");
    private static final Pattern USER = Pattern.compile("//[^/@]*@");

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
        masked = SECRET_PARAMETER.matcher(masked).replaceAll("$1" + STARS);
        return USER.matcher(masked).replaceAll("//" + STARS + "@");
    }
}
