package com.truecart.sandbox.gateway;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** The fields of a form that was posted. */
public final class FormBody {
    private static final Pattern AMPERSAND = Pattern.compile("&");

    private FormBody() {}

    /** The fields, decoded; of a repeated one the last. */
    public static Map<String, String> read(byte[] body) {
        Map<String, String> fields = new LinkedHashMap<>();
        AMPERSAND
                .splitAsStream(new String(body, StandardCharsets.UTF_8))
                .filter(pair -> pair.indexOf('=') > 0)
                .forEach(pair -> {
                    int equals = pair.indexOf('=');
                    fields.put(
                            decoded(pair.substring(0, equals)),
                            decoded(pair.substring(equals + 1)));
                });
        return fields;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
