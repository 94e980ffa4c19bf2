package com.truecart.testkit;

import com.truecart.spi.Document;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/** A document whose bytes lie in a file. */
record FileDocument(String name, String version, Instant publishedAt, Path file)
        implements Document {

    static FileDocument of(String name, Path file, Instant publishedAt) {
        return new FileDocument(name, digest(file), publishedAt, file);
    }

    @Override
    public InputStream open() throws IOException {
        return Files.newInputStream(file);
    }

    private static String digest(Path file) {
        try (DigestInputStream in =
                new DigestInputStream(
                        Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
