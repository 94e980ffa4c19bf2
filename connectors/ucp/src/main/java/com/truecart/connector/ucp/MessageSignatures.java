package com.truecart.connector.ucp;

import com.truecart.connector.ucp.StructuredFields.Item;
import com.truecart.connector.ucp.StructuredFields.Member;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * HTTP message signatures (RFC 9421) the way UCP uses them: ES256, the algorithm told by the key,
 * the body by its digest. Replays are the idempotency key's matter, not the signature's.
 */
final class MessageSignatures {
    private static final String LABEL = "sig1";
    private static final String INPUT = "signature-input";
    private static final String SIGNATURE = "signature";
    private static final String DIGEST = "content-digest";

    private MessageSignatures() {}

    /** What a look at a message's signatures comes to. */
    sealed interface Verdict {
        /** One of its signatures holds. */
        record Holds(String keyId) implements Verdict {}

        /** It carries none. */
        record Unsigned() implements Verdict {}

        /** Its signer names a key that is not published, or not yet known here. */
        record UnknownKey(String keyId) implements Verdict {}

        /** None of its signatures holds; {@code code} is the protocol's word for it. */
        record Fails(String code) implements Verdict {}
    }

    /**
     * The headers to add to a request or an answer.
     *
     * @param message with all other headers it will be sent with
     * @param created when it is signed
     */
    static Map<String, String> sign(HttpMessage message, SigningKey key, Instant created) {
        Map<String, String> added = new LinkedHashMap<>();
        if (!message.body().isEmpty()) {
            added.put("Content-Digest", ContentDigest.of(message.body()));
        }
        HttpMessage digested = message.with(added);
        List<String> covered = toCover(digested);
        StringBuilder parameters = new StringBuilder("(");
        covered.forEach(name ->
                parameters.append(parameters.length() > 1 ? " \"" : "\"").append(name).append('"'));
        parameters.append(");created=").append(created.getEpochSecond());
        parameters.append(";keyid=\"").append(key.id()).append('"');
        String base =
                base(digested, covered, parameters.toString())
                        .orElseThrow(() -> new IllegalStateException("covers what is not there"));
        added.put("Signature-Input", LABEL + "=" + parameters);
        added.put("Signature", LABEL + "=" + StructuredFields.bytes(key.sign(base)));
        return added;
    }

    /** Whether somebody with one of these keys signed all that matters in this message. */
    static Verdict verify(HttpMessage message, PublishedKeys keys, Instant now) {
        Optional<String> input = message.component(INPUT);
        Optional<String> signature = message.component(SIGNATURE);
        if (input.isEmpty() && signature.isEmpty()) {
            return new Verdict.Unsigned();
        }
        Optional<Map<String, Member>> inputs = input.flatMap(StructuredFields::dictionary);
        Optional<Map<String, Member>> values = signature.flatMap(StructuredFields::dictionary);
        if (inputs.isEmpty() || values.isEmpty() || inputs.get().isEmpty()) {
            return new Verdict.Fails("signature_invalid");
        }
        List<Verdict> verdicts = new ArrayList<>();
        for (Map.Entry<String, Member> candidate : inputs.get().entrySet()) {
            Member value = values.get().get(candidate.getKey());
            if (value != null) {
                verdicts.add(verify(message, candidate.getValue(), value, keys, now));
            }
        }
        return best(verdicts);
    }

    /** One that holds is enough; one that may hold under another key is worth another look. */
    private static Verdict best(List<Verdict> verdicts) {
        return verdicts.stream()
                .filter(Verdict.Holds.class::isInstance)
                .findFirst()
                .or(() ->
                        verdicts.stream().filter(Verdict.UnknownKey.class::isInstance).findFirst())
                .or(() -> verdicts.stream().findFirst())
                .orElse(new Verdict.Fails("signature_invalid"));
    }

    private static Verdict verify(
            HttpMessage message, Member input, Member value, PublishedKeys keys, Instant now) {
        List<String> covered = new ArrayList<>();
        for (Item item : input.items()) {
            // a component with parameters is one nobody needs for UCP's own signatures
            if (item.quoted().isEmpty() || !item.parameters().isEmpty()) {
                return new Verdict.Fails("signature_invalid");
            }
            covered.add(item.quoted().get());
        }
        if (!covered.containsAll(toCover(message))
                || new HashSet<>(covered).size() < covered.size()
                || isOver(input, now)) {
            return new Verdict.Fails("signature_invalid");
        }
        if (covered.contains(DIGEST)
                && !ContentDigest.holds(message.component(DIGEST).orElse(""), message.body())) {
            return new Verdict.Fails("digest_mismatch");
        }
        Optional<String> keyId =
                Optional.ofNullable(input.parameters().get("keyid"))
                        .flatMap(StructuredFields::quoted);
        if (keyId.isEmpty()) {
            return new Verdict.Fails("signature_invalid");
        }
        if (!keys.ids().contains(keyId.get())) {
            return new Verdict.UnknownKey(keyId.get());
        }
        PublicKey key = keys.usable().get(keyId.get());
        if (key == null) {
            return new Verdict.Fails("algorithm_unsupported");
        }
        boolean isGood =
                base(message, covered, input.written())
                        .filter(base -> isSignedBy(key, base, value))
                        .isPresent();
        return isGood ? new Verdict.Holds(keyId.get()) : new Verdict.Fails("signature_invalid");
    }

    /** What a signature of UCP must cover of this message, in the order it is written. */
    private static List<String> toCover(HttpMessage message) {
        List<String> covered = new ArrayList<>();
        if (message.derived().containsKey("@status")) {
            covered.add("@status");
        } else {
            covered.addAll(List.of("@method", "@authority", "@path"));
            if (message.hasQuery()) {
                covered.add("@query");
            }
            for (String header : List.of("ucp-agent", "idempotency-key")) {
                if (message.has(header)) {
                    covered.add(header);
                }
            }
        }
        if (!message.body().isEmpty()) {
            covered.addAll(List.of(DIGEST, "content-type"));
        }
        return covered;
    }

    /**
     * The text that is signed (section 2.5); empty where a covered component is not there.
     *
     * @param parameters the value of {@code Signature-Input} for this signature, as written
     */
    static Optional<String> base(HttpMessage message, List<String> covered, String parameters) {
        StringBuilder base = new StringBuilder();
        for (String name : covered) {
            Optional<String> value = message.component(name);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            base.append('"').append(name).append("\": ").append(value.get()).append('\n');
        }
        return Optional.of(base.append("\"@signature-params\": ").append(parameters).toString());
    }

    private static boolean isOver(Member input, Instant now) {
        String expires = input.parameters().getOrDefault("expires", "");
        return expires.matches("\\d{1,12}") && Long.parseLong(expires) < now.getEpochSecond();
    }

    private static boolean isSignedBy(PublicKey key, String base, Member value) {
        try {
            byte[] stated = Base64.getDecoder().decode(value.base64().orElse(""));
            Signature signature = Signature.getInstance(EllipticCurve.ES256);
            signature.initVerify(key);
            signature.update(base.getBytes(StandardCharsets.UTF_8));
            return signature.verify(stated);
        } catch (GeneralSecurityException | IllegalArgumentException malformed) {
            return false;
        }
    }
}
