package com.truecart.app.vault;

import com.truecart.app.TruecartSettings;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Encrypts what must not lie open in the database: AES-256-GCM with a fresh 96-bit nonce per value,
 * bound to the place it is kept in, so that a value copied to another row does not decrypt. The key
 * lies in {@code vault.key} in the data folder, readable by its owner only.
 *
 * <p>Source: NIST SP 800-38D. The JDK's own cipher is enough for one key without rotation; rotation
 * would be the reason to take a library.
 */
@Component
public class Vault {
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec key;

    Vault(TruecartSettings settings) throws IOException {
        Path file = settings.dataFolder().resolve("vault.key");
        if (!Files.exists(file)) {
            byte[] fresh = new byte[32];
            random.nextBytes(fresh);
            Files.createDirectories(settings.dataFolder());
            // made unreadable for others before there is anything to read
            if (Files.getFileStore(settings.dataFolder()).supportsFileAttributeView("posix")) {
                Files.createFile(
                        file,
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
            } else {
                Files.createFile(file);
            }
            Files.write(file, fresh);
        }
        byte[] bytes = Files.readAllBytes(file);
        if (bytes.length != 32) {
            throw new IOException(file + " must hold 32 bytes; restore it from your backup");
        }
        key = new SecretKeySpec(bytes, "AES");
    }

    /**
     * Encrypts a text for one place.
     *
     * @param place table, column and row id ("sub_order.request/4f…"); the same is needed to
     *     decrypt
     */
    public byte[] seal(String text, String place) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed =
                    cipher(Cipher.ENCRYPT_MODE, nonce, place)
                            .doFinal(text.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.allocate(NONCE_BYTES + sealed.length).put(nonce).put(sealed).array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("could not encrypt for " + place, e);
        }
    }

    /** Decrypts what {@link #seal} made for the same place; anything else is refused. */
    public String open(byte[] sealed, String place) {
        try {
            ByteBuffer buffer = ByteBuffer.wrap(sealed);
            byte[] nonce = new byte[NONCE_BYTES];
            buffer.get(nonce);
            byte[] rest = new byte[buffer.remaining()];
            buffer.get(rest);
            return new String(
                    cipher(Cipher.DECRYPT_MODE, nonce, place).doFinal(rest),
                    StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "could not decrypt " + place + "; is vault.key the one it was encrypted with?",
                    e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String place) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
