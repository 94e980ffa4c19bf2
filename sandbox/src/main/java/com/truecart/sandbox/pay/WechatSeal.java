package com.truecart.sandbox.pay;

import com.truecart.sandbox.http.Json;
import com.truecart.sandbox.http.Reply;
import com.truecart.sandbox.http.Request;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.node.ObjectNode;

/** Who signed a request to WeChat Pay, and how WeChat Pay signs and encrypts. */
final class WechatSeal {
    static final String API_V3_KEY = "truecart-sandbox-apiv3-key-32-by";

    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);
    private static final Pattern PART = Pattern.compile("(\\w+)=\"([^\"]*)\"");

    private final List<WechatMerchant> merchants;
    private final Clock clock;

    WechatSeal(List<WechatMerchant> merchants, Clock clock) {
        this.merchants = merchants;
        this.clock = clock;
    }

    /** The merchant that signed this; empty where none did. */
    Optional<WechatMerchant> signer(Request request) {
        String authorization = request.header("Authorization").orElse("");
        if (!authorization.startsWith("WECHATPAY2-SHA256-RSA2048 ")) {
            return Optional.empty();
        }
        Map<String, String> parts = new HashMap<>();
        Matcher part = PART.matcher(authorization);
        while (part.find()) {
            parts.put(part.group(1), part.group(2));
        }
        return merchants.stream()
                .filter(one -> one.number().equals(parts.get("mchid")))
                .filter(one -> one.serial().equals(parts.get("serial_no")))
                .filter(one -> isSigned(request, parts, one))
                .findFirst();
    }

    private boolean isSigned(Request request, Map<String, String> parts, WechatMerchant merchant) {
        String time = parts.getOrDefault("timestamp", "");
        if (!time.matches("\\d{1,12}")) {
            return false;
        }
        Instant signed = Instant.ofEpochSecond(Long.parseLong(time));
        String query =
                request.query().entrySet().stream()
                        .map(field -> field.getKey() + "=" + field.getValue())
                        .collect(Collectors.joining("&"));
        String text =
                String.join(
                                "\n",
                                request.method(),
                                request.path() + (query.isEmpty() ? "" : "?" + query),
                                time,
                                parts.getOrDefault("nonce_str", ""),
                                new String(request.body(), StandardCharsets.UTF_8))
                        + "\n";
        return Duration.between(signed, clock.instant()).abs().compareTo(CLOCKS_DIFFER) <= 0
                && merchant.keys().isMerchants(text, parts.getOrDefault("signature", ""));
    }

    Reply signed(Reply reply, WechatMerchant merchant) {
        Map<String, String> all =
                new HashMap<>(
                        headers(
                                new String(reply.body(), StandardCharsets.UTF_8),
                                Duration.ZERO,
                                merchant));
        all.putAll(reply.headers());
        return new Reply(reply.status(), all, reply.body());
    }

    /** A notification, encrypted with the merchant's key. */
    Notices.Notice notice(String to, String event, ObjectNode about, WechatMerchant merchant) {
        String nonce = FreshName.of("").substring(0, 12);
        ObjectNode told = Json.object().put("id", FreshName.of("EV-"));
        told.put("create_time", OffsetDateTime.now(clock).withNano(0).toString());
        told.put("event_type", event);
        told.put("resource_type", "encrypt-resource").put("summary", "支付成功");
        told.putObject("resource")
                .put("algorithm", "AEAD_AES_256_GCM")
                .put("original_type", "transaction")
                .put("associated_data", "transaction")
                .put("nonce", nonce)
                .put("ciphertext", encrypted(about.toString(), nonce));
        String body = told.toString();
        return new Notices.Notice(URI.create(to), body, age -> headers(body, age, merchant));
    }

    private static String encrypted(String text, String nonce) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    Cipher.ENCRYPT_MODE,
                    new SecretKeySpec(API_V3_KEY.getBytes(StandardCharsets.UTF_8), "AES"),
                    new GCMParameterSpec(128, nonce.getBytes(StandardCharsets.UTF_8)));
            cipher.updateAAD("transaction".getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder()
                    .encodeToString(cipher.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, String> headers(String body, Duration age, WechatMerchant merchant) {
        String time = Long.toString(clock.instant().minus(age).getEpochSecond());
        String nonce = FreshName.of("");
        return Map.of(
                "Content-Type",
                "application/json",
                "Wechatpay-Timestamp",
                time,
                "Wechatpay-Nonce",
                nonce,
                "Wechatpay-Serial",
                merchant.platformSerial(),
                "Wechatpay-Signature",
                merchant.keys().signed(time + "\n" + nonce + "\n" + body + "\n"));
    }
}
