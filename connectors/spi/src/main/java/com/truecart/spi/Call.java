package com.truecart.spi;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One request to an upstream.
 *
 * @param method GET, POST, PUT or DELETE
 * @param uri absolute
 * @param headers sent as they are
 * @param body UTF-8 text
 * @param safety what may be done when no answer comes
 */
public record Call(
        String method, URI uri, Map<String, String> headers, Optional<String> body, Safety safety) {

    public Call {
        headers = Map.copyOf(headers);
    }

    /** What the host may do when no answer comes. */
    public enum Safety {
        /** Changes nothing upstream: repeated freely. */
        READ,
        /** Changes something, and doing it twice is the same as once. */
        REPEATABLE_WRITE,
        /**
         * Doing it twice would be two effects (placing an order): repeated only if it surely never
         * left.
         */
        ONE_SHOT_WRITE
    }

    public static Call get(URI uri) {
        return new Call("GET", uri, Map.of(), Optional.empty(), Safety.READ);
    }

    /** A JSON body by POST. */
    public static Call postJson(URI uri, String json, Safety safety) {
        return json("POST", uri, json, safety);
    }

    /** A JSON body by PUT. */
    public static Call putJson(URI uri, String json, Safety safety) {
        return json("PUT", uri, json, safety);
    }

    /** The same call with one more header. */
    public Call header(String name, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(name, value);
        return new Call(method, uri, more, body, safety);
    }

    private static Call json(String method, URI uri, String json, Safety safety) {
        return new Call(
                method, uri, Map.of("Content-Type", "application/json"), Optional.of(json), safety);
    }
}
