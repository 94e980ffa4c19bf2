package com.truecart.connector.ucp;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** The header {@code Content-Digest} of RFC 9530, over the bytes of the body as sent. */
final class ContentDigest {
    private static final Map<String, String> ALGORITHMS =
            Map.of("sha-256", "SHA-256", "sha-512", "SHA-512");

    private ContentDigest() {}

    static String of(String body) {
        return "sha-256=" + StructuredFields.bytes(digest("SHA-256", body));
    }

    /** Whether one digest we can work out is stated, and every such one is right. */
    static boolean holds(String header, String body) {
        Optional<Map<String, StructuredFields.Member>> stated = StructuredFields.dictionary(header);
        if (stated.isEmpty()) {
            return false;
        }
        boolean isChecked = false;
        for (Map.Entry<String, StructuredFields.Member> entry : stated.get().entrySet()) {
            String algorithm = ALGORITHMS.get(entry.getKey());
            if (algorithm != null) {
                isChecked = true;
                if (!isSame(digest(algorithm, body), entry.getValue())) {
                    return false;
                }
            }
        }
        return isChecked;
    }

    private static boolean isSame(byte[] digest, StructuredFields.Member stated) {
        return stated.base64()
                .filter(text -> text.equals(Base64.getEncoder().encodeToString(digest)))
                .isPresent();
    }

    private static byte[] digest(String algorithm, String body) {
        try {
            return MessageDigest.getInstance(algorithm)
                    .digest(body.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has " + algorithm, impossible);
        }
    }
}
