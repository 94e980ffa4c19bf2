package com.truecart.payment.signature;

import com.truecart.spi.UpstreamException.Misconfigured;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** SHA256withRSA over UTF-8, in base64, as Alipay ("RSA2") and WeChat Pay sign. */
public final class Rsa {
    private static final String ALGORITHM = "SHA256withRSA";

    private Rsa() {}

    /**
     * A private key as PKCS#8, with or without the lines of a PEM file.
     *
     * @throws Misconfigured naming the setting, never its value
     */
    public static PrivateKey privateKey(String setting, String text) {
        try {
            return KeyFactory.getInstance("RSA")
                    .generatePrivate(new PKCS8EncodedKeySpec(der(text)));
        } catch (GeneralSecurityException | IllegalArgumentException notAKey) {
            throw new Misconfigured(setting, "is no RSA private key in PKCS#8");
        }
    }

    /**
     * A public key as X.509 states it, with or without the lines of a PEM file.
     *
     * @throws Misconfigured naming the setting
     */
    public static PublicKey publicKey(String setting, String text) {
        try {
            return KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(der(text)));
        } catch (GeneralSecurityException | IllegalArgumentException notAKey) {
            throw new Misconfigured(setting, "is no RSA public key");
        }
    }

    public static String sign(PrivateKey key, String text) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether the holder of the key signed this text. Checking a public key keeps no secret. */
    public static boolean isSigned(PublicKey key, String text, String base64) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(key);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return signature.verify(Base64.getDecoder().decode(base64));
        } catch (SignatureException | IllegalArgumentException notASignature) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] der(String text) {
        return Base64.getDecoder()
                .decode(text.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", ""));
    }
}
