package com.truecart.app.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.truecart.app.TruecartSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultTest {
    @TempDir Path folder;

    @Test
    void opensWhatItSealedAlsoAfterARestart() throws IOException {
        byte[] sealed = vault().seal("12 Nathan Road", "sub_order.request/1");

        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("Nathan");
        assertThat(vault().open(sealed, "sub_order.request/1")).isEqualTo("12 Nathan Road");
    }

    @Test
    void aValueMovedToAnotherRowDoesNotOpen() throws IOException {
        byte[] sealed = vault().seal("12 Nathan Road", "sub_order.request/1");

        assertThatThrownBy(() -> vault().open(sealed, "sub_order.request/2"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("sub_order.request/2");
    }

    @Test
    void theKeyIsReadableByItsOwnerOnly() throws IOException {
        vault();

        assertThat(Files.getPosixFilePermissions(folder.resolve("vault.key")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    private Vault vault() throws IOException {
        return new Vault(new TruecartSettings(folder));
    }
}
