package com.truecart.app.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.web.firewall.FirewalledRequest;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/**
 * Refuses names we are not called by, so that a site whose name is re-pointed at this machine
 * reaches nothing. The name of the public address is one for the upstreams alone: it leads to where
 * they send their hints, and to nothing else, because there are no accounts.
 */
final class PublicNameFirewall extends StrictHttpFirewall {
    private static final String HOOKS = "/hooks/";

    private final Optional<String> forHooksAlone;

    PublicNameFirewall(Set<String> names, Optional<String> publicName) {
        forHooksAlone = publicName.filter(name -> !names.contains(name));
        setAllowedHostnames(name -> names.contains(name) || isForHooksAlone(name));
    }

    @Override
    public FirewalledRequest getFirewalledRequest(HttpServletRequest request) {
        // the strict rules come first: a path that passes them leads where it seems to
        FirewalledRequest strict = super.getFirewalledRequest(request);
        String name = request.getServerName();
        if (isForHooksAlone(name) && !asked(request).startsWith(request.getContextPath() + HOOKS)) {
            throw new RequestRejectedException(
                    "The request was rejected because the domain "
                            + name
                            + " is for "
                            + HOOKS
                            + " alone.");
        }
        return strict;
    }

    private boolean isForHooksAlone(String name) {
        return forHooksAlone.filter(own -> own.equals(name)).isPresent();
    }

    /** What was asked for: an error is told under a path of its own. */
    private static String asked(HttpServletRequest request) {
        return request.getDispatcherType() == DispatcherType.ERROR
                        && request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI)
                                instanceof String first
                ? first
                : request.getRequestURI();
    }
}
