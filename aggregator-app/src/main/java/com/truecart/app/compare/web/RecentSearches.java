package com.truecart.app.compare.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/**
 * What somebody searched for lately, the last first. It lies with them in a cookie that only the
 * search pages get, so that nothing of it is on record here.
 */
record RecentSearches(List<String> texts) {

    static final String COOKIE = "truecart-searches";

    /** Kept so long after the last search. */
    private static final Duration KEPT = Duration.ofDays(90);

    private static final int MOST = 6;

    /** Six of them in Chinese fit well into the 4,096 bytes browsers keep. */
    private static final int LONGEST = 60;

    private static final String PATH = "/search";
    private static final String BETWEEN = ".";

    RecentSearches {
        texts = List.copyOf(texts);
    }

    /** Those a request carries; what cannot be read in it is left out. */
    static RecentSearches of(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        if (cookie == null || cookie.getValue() == null) {
            return new RecentSearches(List.of());
        }
        return new RecentSearches(
                Arrays.stream(cookie.getValue().split("\\.", -1))
                        .limit(MOST)
                        .flatMap(part -> decoded(part).stream())
                        .filter(text -> !text.isBlank() && text.length() <= LONGEST)
                        .toList());
    }

    private static Optional<String> decoded(String part) {
        try {
            return Optional.of(
                    new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** The same with this one first; without it where it is longer than anybody types twice. */
    RecentSearches with(String text) {
        if (text.isBlank() || text.length() > LONGEST) {
            return this;
        }
        return new RecentSearches(
                Stream.concat(
                                Stream.of(text),
                                texts.stream().filter(other -> !other.equalsIgnoreCase(text)))
                        .limit(MOST)
                        .toList());
    }

    /** Those that begin as somebody has typed so far. */
    List<String> begun(String typed) {
        String start = typed.strip().toLowerCase(Locale.ROOT);
        return texts.stream()
                .filter(text -> text.toLowerCase(Locale.ROOT).startsWith(start))
                .toList();
    }

    /** As a header of an answer; ends the cookie where there are none. */
    String header(boolean secure) {
        List<String> coded =
                texts.stream()
                        .map(text ->
                                Base64.getUrlEncoder()
                                        .withoutPadding()
                                        .encodeToString(text.getBytes(StandardCharsets.UTF_8)))
                        .toList();
        return ResponseCookie.from(COOKIE, String.join(BETWEEN, coded))
                .httpOnly(true)
                .sameSite("Lax")
                .secure(secure)
                .path(PATH)
                .maxAge(texts.isEmpty() ? Duration.ZERO : KEPT)
                .build()
                .toString();
    }
}
