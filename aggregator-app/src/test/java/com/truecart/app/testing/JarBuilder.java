package com.truecart.app.testing;

import com.truecart.kit.Json;
import com.truecart.model.Money;
import com.truecart.spi.ConnectorProvider;
import com.truecart.spi.SpiVersion;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import tools.jackson.databind.JsonNode;

/** Builds jars as an author outside of the project would: against the contract and the kit only. */
public final class JarBuilder {
    private final Manifest manifest = new Manifest();
    private final Map<String, String> sources = new LinkedHashMap<>();
    private final Map<String, String> entries = new LinkedHashMap<>();

    public JarBuilder() {
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    }

    /** A jar built for the contract as it is. */
    public static JarBuilder forOurContract() {
        return new JarBuilder().stating(Integer.toString(SpiVersion.CURRENT));
    }

    /** States for which contract it was built. */
    public JarBuilder stating(String version) {
        manifest.getMainAttributes().putValue(SpiVersion.ATTRIBUTE, version);
        return this;
    }

    /** Adds a class. */
    public JarBuilder source(String className, String text) {
        sources.put(className.replace('.', '/') + ".java", text);
        return this;
    }

    /** Adds a file. */
    public JarBuilder entry(String name, String text) {
        entries.put(name, text);
        return this;
    }

    /** Adds a class and names it as a connector's provider. */
    public JarBuilder provider(String className, String text) {
        entries.merge(
                "META-INF/services/" + ConnectorProvider.class.getName(),
                className + "\n",
                String::concat);
        return source(className, text);
    }

    /**
     * What an author compiles against: contract, model, kit, and what the kit's signatures show.
     */
    public static String contract() {
        return Stream.of(ConnectorProvider.class, Money.class, Json.class, JsonNode.class)
                .map(JarBuilder::home)
                .map(Path::toString)
                .collect(Collectors.joining(java.io.File.pathSeparator));
    }

    private static Path home(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Compiles and packs it. */
    public Path in(Path folder, String name) {
        try {
            Path work = Files.createTempDirectory("jar");
            List<String> arguments =
                    new ArrayList<>(
                            List.of("-proc:none", "-cp", contract(), "-d", work + "/classes"));
            for (Map.Entry<String, String> source : sources.entrySet()) {
                Path file = work.resolve("sources").resolve(source.getKey());
                Files.createDirectories(file.getParent());
                Files.writeString(file, source.getValue());
                arguments.add(file.toString());
            }
            JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
            if (!sources.isEmpty()
                    && compiler.run(null, null, null, arguments.toArray(String[]::new)) != 0) {
                throw new IllegalArgumentException("it does not compile: " + sources);
            }
            return pack(
                    Files.createDirectories(work.resolve("classes")),
                    Files.createDirectories(folder).resolve(name));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Path pack(Path classes, Path jar) throws IOException {
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest);
                Stream<Path> compiled = Files.walk(classes)) {
            for (Path one : compiled.filter(Files::isRegularFile).toList()) {
                put(out, classes.relativize(one).toString(), Files.readAllBytes(one));
            }
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                put(out, entry.getKey(), entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return jar;
    }

    private static void put(JarOutputStream out, String name, byte[] content) throws IOException {
        out.putNextEntry(new JarEntry(name));
        out.write(content);
        out.closeEntry();
    }
}
