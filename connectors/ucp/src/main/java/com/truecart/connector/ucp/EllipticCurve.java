package com.truecart.connector.ucp;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.util.Base64;

/** Keys on the curve P-256, of the numbers a JWK writes them in. */
final class EllipticCurve {
    /** The one algorithm the protocol demands of everybody: raw r and s, not DER. */
    static final String ES256 = "SHA256withECDSAinP1363Format";

    private static final int COORDINATE = 32;

    private EllipticCurve() {}

    static PublicKey publicKey(String x, String y)
            throws GeneralSecurityException, IllegalArgumentException {
        return KeyFactory.getInstance("EC")
                .generatePublic(
                        new ECPublicKeySpec(new ECPoint(number(x), number(y)), parameters()));
    }

    static PrivateKey privateKey(String d)
            throws GeneralSecurityException, IllegalArgumentException {
        return KeyFactory.getInstance("EC")
                .generatePrivate(new ECPrivateKeySpec(number(d), parameters()));
    }

    private static BigInteger number(String base64) {
        byte[] bytes = Base64.getUrlDecoder().decode(base64);
        if (bytes.length != COORDINATE) {
            throw new IllegalArgumentException("a number of P-256 has 32 bytes");
        }
        return new BigInteger(1, bytes);
    }

    private static ECParameterSpec parameters() throws GeneralSecurityException {
        AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
        parameters.init(new ECGenParameterSpec("secp256r1"));
        return parameters.getParameterSpec(ECParameterSpec.class);
    }
}
