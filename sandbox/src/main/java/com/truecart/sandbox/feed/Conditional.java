package com.truecart.sandbox.feed;

import com.truecart.sandbox.http.Reply;
import com.truecart.sandbox.http.Request;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/** Answers that need not be sent again when nothing changed. */
final class Conditional {
    private Conditional() {}

    /** The reply with its entity tag, or 304 if the caller already has it. */
    static Reply unlessKnown(Request request, Reply reply) {
        String tag = "\"" + digest(reply.body()) + "\"";
        if (request.header("If-None-Match").filter(tag::equals).isPresent()) {
            return new Reply(304, Map.of("ETag", tag), new byte[0]);
        }
        return reply.with("ETag", tag).with("Cache-Control", "no-cache");
    }

    private static String digest(byte[] body) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(body);
            return HexFormat.of().formatHex(hash, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
