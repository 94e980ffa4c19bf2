package com.truecart.app.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.util.WebUtils;

/** Reads the shopper from the cookie, or makes one up and sets the cookie. */
class ShopperIdResolver implements HandlerMethodArgumentResolver {

    static final String COOKIE = "truecart-shopper";
    private static final Duration REMEMBERED = Duration.ofDays(365);
    private static final String ATTRIBUTE = ShopperIdResolver.class.getName();

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == ShopperId.class;
    }

    @Override
    public ShopperId resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest request = web.getNativeRequest(HttpServletRequest.class);
        HttpServletResponse response = web.getNativeResponse(HttpServletResponse.class);
        if (request == null || response == null) {
            throw new IllegalStateException("a shopper is known by a cookie of an HTTP request");
        }
        if (request.getAttribute(ATTRIBUTE) instanceof ShopperId known) {
            return known;
        }
        ShopperId shopper = fromCookie(request).orElseGet(() -> introduce(request, response));
        request.setAttribute(ATTRIBUTE, shopper);
        return shopper;
    }

    private static Optional<ShopperId> fromCookie(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        if (cookie == null) {
            return Optional.empty();
        }
        try {
            UUID value = UUID.fromString(cookie.getValue());
            // only what we hand out: a guessable number such as all zeros must not become a shopper
            return value.version() == 4 ? Optional.of(new ShopperId(value)) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static ShopperId introduce(HttpServletRequest request, HttpServletResponse response) {
        UUID value = UUID.randomUUID();
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(COOKIE, value.toString())
                        .httpOnly(true)
                        .sameSite("Lax")
                        .secure(request.isSecure())
                        .path("/")
                        .maxAge(REMEMBERED)
                        .build()
                        .toString());
        return new ShopperId(value);
    }
}
