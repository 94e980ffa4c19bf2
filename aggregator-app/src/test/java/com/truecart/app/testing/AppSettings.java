package com.truecart.app.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.test.context.DynamicPropertyRegistry;

/** What an application in a test may call its own. */
public final class AppSettings {
    private AppSettings() {}

    /**
     * A database and a data folder nobody else uses.
     *
     * @param name of the folder's parent, for whoever looks for it below {@code target}
     */
    public static void fresh(DynamicPropertyRegistry registry, String name) {
        registry.add("spring.datasource.url", TestDatabase::freshUrl);
        registry.add("spring.datasource.username", () -> "postgres");
        // not a @TempDir: the index in it is closed with the context, after the test
        registry.add("truecart.data-folder", () -> folder(name));
    }

    private static String folder(String name) {
        try {
            Path parent = Files.createDirectories(Path.of("target", name).toAbsolutePath());
            return Files.createTempDirectory(parent, "data").toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
