package com.truecart.connector.ucp;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A request or an answer as RFC 9421 sees it: components by name.
 *
 * @param derived what is not a header, by its name with the at sign
 * @param headers by lower-case name
 * @param body UTF-8 text
 */
record HttpMessage(Map<String, String> derived, Map<String, List<String>> headers, String body) {

    static HttpMessage request(
            String method, URI uri, Map<String, List<String>> headers, String body) {
        Map<String, String> derived = new LinkedHashMap<>();
        String path = Optional.ofNullable(uri.getRawPath()).filter(p -> !p.isEmpty()).orElse("/");
        Optional<String> query = Optional.ofNullable(uri.getRawQuery());
        derived.put("@method", method);
        derived.put("@target-uri", uri.toString());
        derived.put("@scheme", scheme(uri));
        derived.put("@authority", authority(uri));
        derived.put("@path", path);
        derived.put("@query", "?" + query.orElse(""));
        derived.put("@request-target", path + query.map(text -> "?" + text).orElse(""));
        return new HttpMessage(derived, headers, body);
    }

    static HttpMessage answer(int status, Map<String, List<String>> headers, String body) {
        return new HttpMessage(Map.of("@status", Integer.toString(status)), headers, body);
    }

    /** The same with these headers in the place of those of their names. */
    HttpMessage with(Map<String, String> more) {
        Map<String, List<String>> all = new TreeMap<>(headers);
        more.forEach((name, value) -> all.put(name.toLowerCase(Locale.ROOT), List.of(value)));
        return new HttpMessage(derived, all, body);
    }

    /** A component's value, several lines of one header put together as section 2.1 says. */
    Optional<String> component(String name) {
        if (name.startsWith("@")) {
            return Optional.ofNullable(derived.get(name));
        }
        return Optional.ofNullable(headers.get(name))
                .map(lines -> lines.stream().map(String::strip).collect(Collectors.joining(", ")));
    }

    boolean has(String header) {
        return headers.containsKey(header);
    }

    boolean hasQuery() {
        return !derived.getOrDefault("@query", "?").equals("?");
    }

    /** The host in lower case, the port only where it is not the usual one. */
    static String authority(URI uri) {
        String host = Optional.ofNullable(uri.getHost()).orElse("").toLowerCase(Locale.ROOT);
        int usual = scheme(uri).equals("http") ? 80 : 443;
        return uri.getPort() < 0 || uri.getPort() == usual ? host : host + ":" + uri.getPort();
    }

    private static String scheme(URI uri) {
        return Optional.ofNullable(uri.getScheme()).orElse("https").toLowerCase(Locale.ROOT);
    }
}
