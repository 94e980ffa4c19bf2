package com.truecart.realshops;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A folder with a program for Node.js and the packages that its lockfile names. Installing takes
 * half a minute, so what is there is used again for as long as the lockfile is the same.
 */
public final class NpmFolder {
    private static final Duration INSTALL_LIMIT = Duration.ofMinutes(10);
    private static final int TAIL = 4_000;

    // a file lock says nothing to other threads of the same process
    private static final Object ONE_AT_A_TIME = new Object();

    private NpmFolder() {}

    /**
     * Writes the files into a folder and installs what they need.
     *
     * @param folder where; made if absent
     * @param home a class beside whose resources {@code package.json}, {@code package-lock.json}
     *     and the program lie
     * @param program the file names of the program
     * @throws RealShopException if npm fails or takes longer than ten minutes
     */
    public static void prepare(Path folder, Class<?> home, String... program) {
        synchronized (ONE_AT_A_TIME) {
            try {
                Files.createDirectories(folder);
                // two builds may share the folder
                try (FileChannel channel =
                                FileChannel.open(
                                        folder.resolve("lock"),
                                        StandardOpenOption.CREATE,
                                        StandardOpenOption.WRITE);
                        FileLock lock = channel.lock()) {
                    if (lock.isValid()) {
                        prepareAlone(folder, home, program);
                    }
                }
            } catch (IOException e) {
                throw new RealShopException("Cannot prepare " + folder, e);
            }
        }
    }

    private static void prepareAlone(Path folder, Class<?> home, String... program)
            throws IOException {
        for (String file : program) {
            Files.write(folder.resolve(file), resource(home, file));
        }
        byte[] manifest = resource(home, "package.json");
        byte[] locked = resource(home, "package-lock.json");
        String wanted = digest(manifest, locked);
        Path installed = folder.resolve("installed");
        if (Files.exists(installed) && Files.readString(installed).equals(wanted)) {
            return;
        }
        Files.deleteIfExists(installed);
        Files.write(folder.resolve("package.json"), manifest);
        Files.write(folder.resolve("package-lock.json"), locked);
        install(folder);
        // written last: an install that was cut short is done again
        Files.writeString(installed, wanted);
    }

    private static void install(Path folder) throws IOException {
        Path log = folder.resolve("npm.log");
        Process npm =
                new ProcessBuilder(
                                "npm",
                                "ci",
                                "--prefer-offline",
                                // nothing here needs compiling, and a package's script is a
                                // stranger's program
                                "--ignore-scripts",
                                "--no-audit",
                                "--no-fund",
                                "--loglevel=error")
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        try {
            if (!npm.waitFor(INSTALL_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                throw new RealShopException(
                        "npm ci took longer than %s:%n%s".formatted(INSTALL_LIMIT, tail(log)));
            }
            if (npm.exitValue() != 0) {
                throw new RealShopException(
                        "npm ci ended with %d:%n%s".formatted(npm.exitValue(), tail(log)));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RealShopException("Interrupted while npm installed", e);
        } finally {
            npm.destroy();
        }
    }

    private static String tail(Path log) throws IOException {
        String text = Files.readString(log);
        return text.substring(Math.max(0, text.length() - TAIL));
    }

    private static byte[] resource(Class<?> home, String name) throws IOException {
        try (InputStream stream = home.getResourceAsStream(name)) {
            if (stream == null) {
                throw new RealShopException("No resource " + name + " beside " + home.getName());
            }
            return stream.readAllBytes();
        }
    }

    private static String digest(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : List.of(parts)) {
                digest.update(part);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
