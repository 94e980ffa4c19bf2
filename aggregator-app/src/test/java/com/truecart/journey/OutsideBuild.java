package com.truecart.journey;

import com.truecart.app.testing.JarBuilder;
import com.truecart.spi.SpiVersion;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Builds the plug-in of these tests outside of the repository, with the JDK's own javac and jar and
 * nothing but the contract, the model and the kit on the class path.
 */
final class OutsideBuild {

    private OutsideBuild() {}

    /** Builds it in this folder and gives the jar. */
    static Path corner(Path folder) throws IOException, InterruptedException {
        Path sources = copySources(folder.resolve("src"));
        Path classes = Files.createDirectories(folder.resolve("classes"));
        List<String> compile =
                new ArrayList<>(
                        List.of(
                                tool("javac"),
                                "-Xlint:all,-path",
                                "-Werror",
                                "-cp",
                                JarBuilder.contract(),
                                "-d",
                                classes.toString()));
        try (Stream<Path> files = Files.walk(sources.resolve("example"))) {
            files.filter(Files::isRegularFile).map(Path::toString).forEach(compile::add);
        }
        run(folder, compile);
        Path manifest =
                Files.writeString(
                        folder.resolve("manifest.txt"),
                        SpiVersion.ATTRIBUTE + ": " + SpiVersion.CURRENT + "\n");
        Path jar = folder.resolve("corner-1.0.jar");
        run(
                folder,
                List.of(
                        tool("jar"),
                        "--create",
                        "--file",
                        jar.toString(),
                        "--manifest",
                        manifest.toString(),
                        "-C",
                        classes.toString(),
                        ".",
                        "-C",
                        sources.toString(),
                        "META-INF"));
        return jar;
    }

    private static Path copySources(Path to) throws IOException {
        Path from;
        try {
            URI there =
                    Objects.requireNonNull(
                                    OutsideBuild.class.getResource("/plugins/corner"),
                                    "src/test/resources/plugins/corner")
                            .toURI();
            from = Path.of(there);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        return to;
    }

    private static String tool(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }

    private static void run(Path folder, List<String> command)
            throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(command).directory(folder.toFile()).inheritIO().start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException(command + " failed");
        }
    }
}
