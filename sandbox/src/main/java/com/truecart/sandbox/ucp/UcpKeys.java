package com.truecart.sandbox.ucp;

import com.truecart.sandbox.http.Json;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicReference;
import tools.jackson.databind.node.ArrayNode;

/** The keys a business signs with; the newest signs, and the one before it still stands beside. */
final class UcpKeys {
    private static final int COORDINATE = 32;

    private final AtomicReference<Ring> ring =
            new AtomicReference<>(new Ring(Named.made("key-1"), Named.made("key-0"), 1));

    private record Ring(Named newest, Named before, int number) {}

    /** A key pair and what it is called. */
    record Named(String id, KeyPair pair) {
        static Named made(String id) {
            try {
                KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
                generator.initialize(new ECGenParameterSpec("secp256r1"));
                return new Named(id, generator.generateKeyPair());
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("Every JDK has P-256", e);
            }
        }

        /** The signature in the form of 64 bytes. */
        String sign(String base) {
            return Base64.getEncoder().encodeToString(sign(pair.getPrivate(), base));
        }

        private static byte[] sign(PrivateKey key, String base) {
            try {
                Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
                signature.initSign(key);
                signature.update(base.getBytes(StandardCharsets.UTF_8));
                return signature.sign();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("Every JDK signs so", e);
            }
        }
    }

    /** The key to sign with. */
    Named newest() {
        return ring.get().newest();
    }

    /** Signs with a new key from now on, which nobody has seen yet. */
    void rotate() {
        ring.updateAndGet(old ->
                new Ring(Named.made("key-" + (old.number() + 1)), old.newest(), old.number() + 1));
    }

    /** The public halves for the profile. */
    ArrayNode published() {
        Ring now = ring.get();
        ArrayNode keys = Json.array();
        for (Named key : new Named[] {now.newest(), now.before()}) {
            ECPublicKey half = (ECPublicKey) key.pair().getPublic();
            keys.addObject()
                    .put("kid", key.id())
                    .put("kty", "EC")
                    .put("crv", "P-256")
                    .put("x", coordinate(half.getW().getAffineX()))
                    .put("y", coordinate(half.getW().getAffineY()))
                    .put("use", "sig")
                    .put("alg", "ES256");
        }
        return keys;
    }

    private static String coordinate(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] fixed = new byte[COORDINATE];
        int length = Math.min(bytes.length, COORDINATE);
        System.arraycopy(bytes, bytes.length - length, fixed, COORDINATE - length, length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(fixed);
    }
}
