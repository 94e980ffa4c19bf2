package com.truecart.sandbox.pay;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.SignatureException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * The key pairs of a provider and of its one merchant. They are made when they are first asked for:
 * it takes long, and most who start a sandbox pay nobody.
 */
public final class DeskKeys {
    private static final String ALGORITHM = "SHA256withRSA";

    private @Nullable KeyPair merchant;
    private @Nullable KeyPair provider;

    private synchronized KeyPair merchant() {
        KeyPair pair = merchant == null ? made() : merchant;
        merchant = pair;
        return pair;
    }

    private synchronized KeyPair provider() {
        KeyPair pair = provider == null ? made() : provider;
        provider = pair;
        return pair;
    }

    /** What the merchant signs with, as PKCS#8 in base64. */
    String merchantPrivate() {
        return text(merchant().getPrivate());
    }

    /** What the merchant checks this provider's signatures with, in base64. */
    String providerPublic() {
        return text(provider().getPublic());
    }

    boolean isMerchants(String text, String signature) {
        try {
            Signature check = Signature.getInstance(ALGORITHM);
            check.initVerify(merchant().getPublic());
            check.update(text.getBytes(StandardCharsets.UTF_8));
            return check.verify(Base64.getDecoder().decode(signature));
        } catch (SignatureException | IllegalArgumentException e) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    String signed(String text) {
        try {
            Signature sign = Signature.getInstance(ALGORITHM);
            sign.initSign(provider().getPrivate());
            sign.update(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(sign.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(Key key) {
        return Base64.getEncoder().encodeToString(key.getEncoded());
    }

    private static KeyPair made() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
