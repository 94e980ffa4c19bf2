package com.truecart.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * The page being shown, for the layout: {@code @here.address()}, {@code @here.under('/basket')}.
 */
@Component
public class Here {

    /**
     * Path and query to come back to after the language was changed; the start where this page
     * answers a form.
     */
    public String address() {
        return request()
                .filter(request -> request.getMethod().equals("GET"))
                .map(request ->
                        request.getQueryString() == null
                                ? request.getRequestURI()
                                : request.getRequestURI() + "?" + request.getQueryString())
                .orElse("/");
    }

    /** Whether this page is, or lies below, a path. */
    public boolean under(String path) {
        return request()
                .map(HttpServletRequest::getRequestURI)
                .filter(here -> here.equals(path) || here.startsWith(path + "/"))
                .isPresent();
    }

    /** What is being searched for, to stand in the search box. */
    public String words() {
        return request()
                .filter(request -> request.getRequestURI().equals("/search"))
                .flatMap(Here::searched)
                .orElse("");
    }

    private static Optional<String> searched(HttpServletRequest request) {
        try {
            return Optional.ofNullable(request.getParameter("q"));
        } catch (InvalidParameterException _) {
            // the page that says so is being shown
            return Optional.empty();
        }
    }

    private static Optional<HttpServletRequest> request() {
        RequestAttributes attributes = RequestContextHolder.getRequestAttributes();
        return attributes instanceof ServletRequestAttributes servlet
                ? Optional.of(servlet.getRequest())
                : Optional.empty();
    }
}
