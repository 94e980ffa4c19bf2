package com.truecart.sandbox.gateway;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** How the platforms sign, worked out apart from whoever calls them. */
final class Signatures {
    private Signatures() {}

    /** Whether a wrapped MD5 over everything but "sign" fits. */
    static boolean isWrappedMd5(Map<String, String> sent, String secret) {
        String whole = secret + inOrder(sent, "sign") + secret;
        try {
            byte[] digest =
                    MessageDigest.getInstance("MD5").digest(whole.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().withUpperCase().formatHex(digest).equals(sent.get("sign"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether an HMAC-SHA1 over the path and everything but "_aop_signature" fits. */
    static boolean isHmacSha1(String path, Map<String, String> sent, String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            byte[] digest =
                    mac.doFinal(
                            (path + inOrder(sent, "_aop_signature"))
                                    .getBytes(StandardCharsets.UTF_8));
            return HexFormat.of()
                    .withUpperCase()
                    .formatHex(digest)
                    .equals(sent.get("_aop_signature"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String inOrder(Map<String, String> sent, String without) {
        List<String> keys =
                sent.keySet().stream().filter(key -> !key.equals(without)).sorted().toList();
        StringBuilder text = new StringBuilder();
        for (String key : keys) {
            text.append(key).append(sent.get(key));
        }
        return text.toString();
    }
}
