package com.truecart.kit;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** Addresses an upstream states, for links and pictures on our pages. */
public final class WebAddress {

    private WebAddress() {}

    /**
     * The address, where it is an absolute http(s) one: a {@code javascript:} link of an upstream
     * never reaches a page of ours.
     */
    public static Optional<URI> of(String text) {
        try {
            URI uri = new URI(text.strip());
            return uri.getHost() != null && String.valueOf(uri.getScheme()).matches("(?i)https?")
                    ? Optional.of(uri)
                    : Optional.empty();
        } catch (URISyntaxException notAnAddress) {
            return Optional.empty();
        }
    }
}
