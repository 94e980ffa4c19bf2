package com.truecart.kit.china;

import com.truecart.spi.Secret;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signatures over the parameters of a call: keys in ASCII order, each followed by its value,
 * nothing between them. What is signed is exactly what is sent, less the signature itself.
 */
public final class GatewaySignature {
    private static final HexFormat UPPER_CASE = HexFormat.of().withUpperCase();

    private GatewaySignature() {}

    /**
     * MD5 with the secret before and behind, as Taobao (sign_method md5), JD and Pinduoduo want it.
     * Sources: open.taobao.com docId=101617, open.jd.com dev-guide 2643, open.pinduoduo.com
     * 8EC06C399636041E.
     */
    public static String md5(Secret secret, Map<String, String> parameters) {
        String wrapped = secret.reveal() + joined(parameters) + secret.reveal();
        try {
            return UPPER_CASE.formatHex(
                    MessageDigest.getInstance("MD5")
                            .digest(wrapped.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has MD5", impossible);
        }
    }

    /**
     * HMAC-SHA1 over the path and the parameters, as 1688 wants it. Source:
     * open.1688.com/api/sysSignature.htm.
     *
     * @param path from "param2/" on, without a leading slash
     */
    public static String hmacSha1(Secret secret, String path, Map<String, String> parameters) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(
                    new SecretKeySpec(
                            secret.reveal().getBytes(StandardCharsets.UTF_8), mac.getAlgorithm()));
            return UPPER_CASE.formatHex(
                    mac.doFinal((path + joined(parameters)).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
            throw new IllegalStateException("every Java has HmacSHA1", impossible);
        }
    }

    private static String joined(Map<String, String> parameters) {
        StringBuilder joined = new StringBuilder();
        new TreeMap<>(parameters).forEach((key, value) -> joined.append(key).append(value));
        return joined.toString();
    }
}
