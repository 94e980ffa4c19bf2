package com.truecart.app.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/**
 * English and 简体中文: the cookie decides, else the browser's wishes; every kind of Chinese is served
 * zh-CN.
 */
class Languages implements LocaleResolver {

    static final Locale ENGLISH = Locale.ENGLISH;
    static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;
    static final List<Locale> SPOKEN = List.of(ENGLISH, CHINESE);

    static final String COOKIE = "truecart-language";
    private static final Duration REMEMBERED = Duration.ofDays(365);

    /** The language we speak that is nearest to a wish. */
    static Locale nearest(Locale wish) {
        return wish.getLanguage().equals("zh") ? CHINESE : ENGLISH;
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        if (cookie != null) {
            return nearest(Locale.forLanguageTag(cookie.getValue()));
        }
        if (request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null) {
            return ENGLISH;
        }
        return Collections.list(request.getLocales()).stream()
                .filter(wish -> List.of("en", "zh").contains(wish.getLanguage()))
                .findFirst()
                .map(Languages::nearest)
                .orElse(ENGLISH);
    }

    @Override
    public void setLocale(
            HttpServletRequest request,
            @Nullable HttpServletResponse response,
            @Nullable Locale locale) {
        if (response == null || locale == null) {
            throw new IllegalArgumentException("a language is kept in a cookie of an answer");
        }
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(COOKIE, nearest(locale).toLanguageTag())
                        .httpOnly(true)
                        .sameSite("Lax")
                        .secure(request.isSecure())
                        .path("/")
                        .maxAge(REMEMBERED)
                        .build()
                        .toString());
    }
}
