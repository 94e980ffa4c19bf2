package com.truecart.connector.ucp;

import com.truecart.kit.Json;
import com.truecart.spi.UpstreamException.Drifted;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The keys a business publishes in its profile.
 *
 * @param usable those we can verify with, by their id
 * @param ids of all, those of other kinds too
 */
record PublishedKeys(Map<String, PublicKey> usable, Set<String> ids) {

    PublishedKeys {
        usable = Map.copyOf(usable);
        ids = Set.copyOf(ids);
    }

    /**
     * From {@code signing_keys[]}, and from {@code keys[]}, which takes its place in the release
     * after 2026-04-08. A key of another kind stands there unused and is no fault of the profile.
     */
    static PublishedKeys of(Json profile) {
        List<Json> stated =
                Stream.of("signing_keys", "keys")
                        .flatMap(field -> profile.optionalList(field).stream())
                        .toList();
        Map<String, PublicKey> usable = new HashMap<>();
        Map<String, Boolean> ids = new HashMap<>();
        for (Json jwk : stated) {
            jwk.optionalText("kid")
                    .ifPresent(id -> {
                        ids.put(id, true);
                        key(jwk).ifPresent(key -> usable.put(id, key));
                    });
        }
        return new PublishedKeys(usable, ids.keySet());
    }

    private static Optional<PublicKey> key(Json jwk) {
        try {
            return jwk.text("kty").equals("EC") && jwk.text("crv").equals("P-256")
                    ? Optional.of(EllipticCurve.publicKey(jwk.text("x"), jwk.text("y")))
                    : Optional.empty();
        } catch (Drifted | GeneralSecurityException | IllegalArgumentException unusable) {
            return Optional.empty();
        }
    }
}
