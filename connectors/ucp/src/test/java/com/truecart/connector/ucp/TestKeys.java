package com.truecart.connector.ucp;

import com.truecart.kit.Json;
import com.truecart.spi.Secret;

/** The key of RFC 9421, appendix B.1.3, as everybody knows it. */
final class TestKeys {
    static final String ID = "test-key-ecc-p256";

    static final String PUBLIC =
            """
            {"kid":"test-key-ecc-p256","kty":"EC","crv":"P-256",\
            "x":"qIVYZVLCrPZHGHjP17CTW0_-D9Lfw0EkjqF7xB4FivA",\
            "y":"Mc4nN9LTDOBhfoUeg8Ye9WedFRhnZXZJA12Qp0zZ6F0"}\
            """;

    static final String PRIVATE =
            PUBLIC.replace("}", ",\"d\":\"UpuF81l-kOxbjf7T4mNSv0r5tN67Gim7rnf6EFpcYDs\"}");

    private TestKeys() {}

    static PublishedKeys published() {
        return PublishedKeys.of(Json.parse("{\"signing_keys\":[" + PUBLIC + "]}"));
    }

    static SigningKey signing() {
        return SigningKey.of(new Secret(PRIVATE), "signing_key");
    }
}
