package com.truecart.chaos;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The form by which an operator opens an account at a payment provider. */
record AccountForm(AppProcess app, HttpClient http) {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    /** Fills it in, and sends it off. */
    void save(String id, String kind, boolean enabled, Map<String, String> settings)
            throws IOException, InterruptedException {
        Map<String, String> fields = new TreeMap<>();
        settings.forEach((name, value) -> fields.put("setting." + name, value));
        fields.putAll(Map.of("kind", kind, "new", "yes", "id", id, "name", id));
        if (enabled) {
            fields.put("enabled", "yes");
        }
        HttpResponse<String> saved =
                send("/payment-accounts/new?kind=" + kind, "/payment-accounts", "", fields);
        if (saved.statusCode() != 302) {
            throw new IllegalStateException("the account was not saved: " + saved.body());
        }
    }

    /**
     * Sends off a form of a page.
     *
     * @param cookie of the shopper it is; empty for a new visitor
     */
    HttpResponse<String> send(String page, String to, String cookie, Map<String, String> more)
            throws IOException, InterruptedException {
        HttpRequest.Builder asking = HttpRequest.newBuilder(app.at(page));
        if (!cookie.isEmpty()) {
            asking.header("Cookie", cookie);
        }
        HttpResponse<String> form = http.send(asking.build(), BodyHandlers.ofString());
        Matcher token = TOKEN.matcher(form.body());
        if (!token.find()) {
            throw new IllegalStateException("no form at " + page + ": " + form.statusCode());
        }
        String cookies =
                form.headers().allValues("Set-Cookie").stream()
                        .map(set -> set.substring(0, set.indexOf(';')))
                        .collect(Collectors.joining("; "));
        Map<String, String> fields = new TreeMap<>(more);
        fields.put("_csrf", token.group(1));
        return http.send(
                HttpRequest.newBuilder(app.at(to))
                        .header(
                                "Cookie",
                                cookie.isEmpty() || cookies.isEmpty()
                                        ? cookie + cookies
                                        : cookie + "; " + cookies)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(
                                BodyPublishers.ofString(
                                        fields.entrySet().stream()
                                                .map(field ->
                                                        field.getKey()
                                                                + "="
                                                                + URLEncoder.encode(
                                                                        field.getValue(),
                                                                        StandardCharsets.UTF_8))
                                                .collect(Collectors.joining("&"))))
                        .build(),
                BodyHandlers.ofString());
    }
}
