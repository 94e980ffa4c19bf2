package com.truecart.connector.ucp;

import com.truecart.kit.Json;
import com.truecart.spi.Secret;
import com.truecart.spi.UpstreamException.Drifted;
import com.truecart.spi.UpstreamException.Misconfigured;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The key we sign with: a private JWK on P-256, whose public half stands in our profile. The {@link
 * Secret} itself is not kept.
 */
final class SigningKey {
    private final PrivateKey key;
    private final Map<String, String> published;

    private SigningKey(PrivateKey key, Map<String, String> published) {
        this.key = key;
        this.published = published;
    }

    /**
     * Reads {@code {"kid","kty":"EC","crv":"P-256","x","y","d"}}.
     *
     * @throws Misconfigured naming the setting, and never the value
     */
    static SigningKey of(Secret jwk, String setting) {
        try {
            Json stated = Json.parse(jwk.reveal());
            if (!stated.text("kty").equals("EC") || !stated.text("crv").equals("P-256")) {
                throw new Misconfigured(setting, "must be a JWK with kty EC and crv P-256");
            }
            Map<String, String> published = new LinkedHashMap<>();
            for (String field : new String[] {"kid", "kty", "crv", "x", "y"}) {
                published.put(field, stated.text(field));
            }
            published.put("use", "sig");
            published.put("alg", "ES256");
            EllipticCurve.publicKey(stated.text("x"), stated.text("y"));
            return new SigningKey(EllipticCurve.privateKey(stated.text("d")), published);
        } catch (Drifted | IllegalArgumentException | GeneralSecurityException unusable) {
            // its own message may quote the key
            throw new Misconfigured(
                    setting, "is no private JWK: it needs kid, kty, crv, x, y and d");
        }
    }

    String id() {
        return published.getOrDefault("kid", "");
    }

    /** The public half, as a profile publishes it. */
    Map<String, String> published() {
        return Map.copyOf(published);
    }

    /** The raw r and s of 64 bytes. */
    byte[] sign(String base) {
        try {
            Signature signature = Signature.getInstance(EllipticCurve.ES256);
            signature.initSign(key);
            signature.update(base.getBytes(StandardCharsets.UTF_8));
            return signature.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK signs with ES256", impossible);
        }
    }
}
