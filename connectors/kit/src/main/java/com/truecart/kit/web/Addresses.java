package com.truecart.kit.web;

import com.truecart.kit.WebAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.internal.StringUtil;

/** Addresses as pages write them: relative, with blanks, with and without "www.". */
public final class Addresses {

    private Addresses() {}

    /** The whole address; empty where it is none of the web. */
    public static Optional<URI> whole(String base, String text) {
        return WebAddress.of(escaped(StringUtil.resolve(base, escaped(text.strip()))));
    }

    /** What browsers put up with in an address and {@link URI} does not. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            if (each <= ' ' || "\"<>\\^`{|}".indexOf(each) >= 0) {
                escaped.append("%%%02X".formatted((int) each));
            } else {
                escaped.append(each);
            }
        }
        return escaped.toString();
    }

    /** The part that stays when a shop moves to https or another host: path, query and fragment. */
    public static String key(URI address) {
        String path = address.getRawPath() == null ? "" : address.getRawPath();
        String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
        String fragment = address.getRawFragment() == null ? "" : "#" + address.getRawFragment();
        return (path.isEmpty() ? "/" : path) + query + fragment;
    }

    /** Whether both are of one shop, with or without "www.". */
    public static boolean sameHost(URI one, URI other) {
        return host(one).equals(host(other)) && one.getPort() == other.getPort();
    }

    private static String host(URI address) {
        return String.valueOf(address.getHost())
                .toLowerCase(Locale.ROOT)
                .replaceFirst("^www\\.", "");
    }

    /** The same page, whichever part of it is meant. */
    public static URI withoutFragment(URI address) {
        if (address.getRawFragment() == null) {
            return address;
        }
        try {
            return new URI(address.toString().replaceFirst("#.*$", ""));
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
