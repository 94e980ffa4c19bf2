package com.truecart.sandbox.ucp;

import com.truecart.sandbox.http.Reply;
import com.truecart.sandbox.http.Request;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** HTTP message signatures as a business makes and checks them: one signature, called sig1. */
final class UcpSignatures {
    private static final Pattern INPUT =
            Pattern.compile("sig1=(\\(((?:\"[a-z@-]+\" ?)+)\\).*?;keyid=\"([^\"]{1,100})\".*)");
    private static final Pattern VALUE = Pattern.compile("sig1=:([A-Za-z0-9+/=]{1,200}):");
    private static final Pattern NAME = Pattern.compile("\"([a-z@-]+)\"");

    private UcpSignatures() {}

    /** The digest of a body, as its header says it. */
    static String digest(byte[] body) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
            return "sha-256=:" + Base64.getEncoder().encodeToString(digest) + ":";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    /** The answer with its signature. */
    static Reply signed(Reply reply, UcpKeys.Named key) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("@status", Integer.toString(reply.status()));
        values.put("content-digest", digest(reply.body()));
        values.put("content-type", reply.headers().getOrDefault("Content-Type", ""));
        Reply whole = reply;
        for (Map.Entry<String, String> header : headers(values, key).entrySet()) {
            whole = whole.with(header.getKey(), header.getValue());
        }
        return whole;
    }

    /**
     * The headers that sign a message.
     *
     * @param values of all it covers, in order, by their names
     */
    static Map<String, String> headers(Map<String, String> values, UcpKeys.Named key) {
        String covered = "(\"" + String.join("\" \"", values.keySet()) + "\")";
        String parameters = covered + ";keyid=\"" + key.id() + "\"";
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Digest", values.getOrDefault("content-digest", ""));
        headers.put("Signature-Input", "sig1=" + parameters);
        headers.put(
                "Signature",
                "sig1=:"
                        + key.sign(
                                base(
                                        List.copyOf(values.keySet()),
                                        name -> values.getOrDefault(name, ""),
                                        parameters))
                        + ":");
        return headers;
    }

    /**
     * What is wrong with the signature of a request, in the protocol's word; empty where nothing
     * is.
     *
     * @param keyById the platform's published keys
     */
    static Optional<String> fault(Request request, Function<String, Optional<PublicKey>> keyById) {
        Matcher input = INPUT.matcher(request.header("Signature-Input").orElse(""));
        Matcher value = VALUE.matcher(request.header("Signature").orElse(""));
        if (!input.matches() || !value.matches()) {
            return Optional.of("signature_missing");
        }
        List<String> covered = new ArrayList<>();
        NAME.matcher(input.group(2)).results().forEach(name -> covered.add(name.group(1)));
        if (!covered.containsAll(required(request))) {
            return Optional.of("signature_invalid");
        }
        if (request.body().length > 0
                && !request.header("Content-Digest").equals(Optional.of(digest(request.body())))) {
            return Optional.of("digest_mismatch");
        }
        Optional<PublicKey> key = keyById.apply(input.group(3));
        if (key.isEmpty()) {
            return Optional.of("key_not_found");
        }
        String base = base(covered, name -> component(request, name), input.group(1));
        return isGood(key.get(), base, value.group(1))
                ? Optional.empty()
                : Optional.of("signature_invalid");
    }

    private static List<String> required(Request request) {
        List<String> required = new ArrayList<>(List.of("@method", "@authority", "@path"));
        for (String header : List.of("ucp-agent", "idempotency-key")) {
            request.header(header).ifPresent(_ -> required.add(header));
        }
        if (request.body().length > 0) {
            required.addAll(List.of("content-digest", "content-type"));
        }
        return required;
    }

    /** Ids of these shops need no escaping, so the decoded path is the one that was sent. */
    private static String component(Request request, String name) {
        return switch (name) {
            case "@method" -> request.method();
            case "@authority" -> request.header("Host").orElse("").toLowerCase(Locale.ROOT);
            case "@path" -> request.path();
            default -> request.header(name).orElse("").strip();
        };
    }

    private static String base(
            List<String> covered, Function<String, String> value, String parameters) {
        StringBuilder base = new StringBuilder();
        covered.forEach(name ->
                base.append('"')
                        .append(name)
                        .append("\": ")
                        .append(value.apply(name))
                        .append('\n'));
        return base.append("\"@signature-params\": ").append(parameters).toString();
    }

    private static boolean isGood(PublicKey key, String base, String value) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initVerify(key);
            signature.update(base.getBytes(StandardCharsets.UTF_8));
            return signature.verify(Base64.getDecoder().decode(value));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }
}
