package com.truecart.kit.china;

import com.truecart.spi.Call;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Parameters sent as a form; in the body, so that no address in a log holds a token. */
public final class Form {

    private Form() {}

    /** A POST of these parameters. */
    public static Call post(URI uri, Map<String, String> parameters, Call.Safety safety) {
        String body =
                new TreeMap<>(parameters)
                        .entrySet().stream()
                                .map(entry ->
                                        encode(entry.getKey()) + "=" + encode(entry.getValue()))
                                .collect(Collectors.joining("&"));
        return new Call(
                "POST",
                uri,
                Map.of("Content-Type", "application/x-www-form-urlencoded; charset=utf-8"),
                Optional.of(body),
                safety);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
