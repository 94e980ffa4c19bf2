package com.truecart.app.connection;

import com.truecart.app.connection.Kinds.Broken;
import com.truecart.app.connection.Kinds.Fault;
import com.truecart.spi.ConnectorProvider;
import com.truecart.spi.SpiVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/**
 * One jar of the plug-in folder. Its manifest is read before any of its code is loaded; its code is
 * loaded on a thread of its own, so that one that never comes back does not stop the start.
 */
final class PluginJar {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Path file;
    private final Duration patience;

    private PluginJar(Path file, Duration patience) {
        this.file = file;
        this.patience = patience;
    }

    /** What a jar holds: connectors that can be used, and what is broken of it. */
    record Contents(List<Candidate> candidates, List<Broken> broken) {
        Contents {
            candidates = List.copyOf(candidates);
            broken = List.copyOf(broken);
        }

        static Contents broken(String jar, Fault fault, String detail) {
            return new Contents(List.of(), List.of(new Broken(jar, fault, detail)));
        }
    }

    /** Every jar of a folder, in the order of their names; a folder that is not there has none. */
    static List<Contents> in(Path folder) {
        return in(folder, PATIENCE);
    }

    static List<Contents> in(Path folder, Duration patience) {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".jar"))
                    .sorted()
                    .map(file -> new PluginJar(file, patience).read())
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            return List.of(Contents.broken(folder.toString(), Fault.UNREADABLE, String.valueOf(e)));
        }
    }

    private String name() {
        return String.valueOf(file.getFileName());
    }

    private Contents read() {
        Optional<String> stated;
        try (JarFile jar = new JarFile(file.toFile())) {
            stated =
                    Optional.ofNullable(jar.getManifest())
                            .map(Manifest::getMainAttributes)
                            .map(main -> main.getValue(SpiVersion.ATTRIBUTE))
                            .map(String::strip);
        } catch (IOException | RuntimeException e) {
            return Contents.broken(name(), Fault.UNREADABLE, String.valueOf(e.getMessage()));
        }
        String ours = Integer.toString(SpiVersion.CURRENT);
        if (stated.isEmpty()) {
            return Contents.broken(name(), Fault.NO_VERSION, SpiVersion.ATTRIBUTE + ": " + ours);
        }
        if (!stated.get().equals(ours)) {
            return Contents.broken(
                    name(),
                    Fault.OTHER_VERSION,
                    SpiVersion.ATTRIBUTE + ": " + stated.get() + "; ours: " + ours);
        }
        return load();
    }

    private Contents load() {
        URLClassLoader loader;
        try {
            loader =
                    new URLClassLoader(
                            "plugin " + name(),
                            new URL[] {file.toUri().toURL()},
                            new ContractLoader(Kinds.class.getClassLoader()));
        } catch (IOException e) {
            return Contents.broken(name(), Fault.UNREADABLE, String.valueOf(e.getMessage()));
        }
        FutureTask<Contents> search = new FutureTask<>(() -> search(loader));
        Thread thread = Thread.ofPlatform().daemon().name("plugin-" + name()).unstarted(search);
        // libraries that look for their parts do so from here
        thread.setContextClassLoader(loader);
        thread.start();
        try {
            return search.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return Contents.broken(
                    name(),
                    Fault.FAILS,
                    "it was still starting after " + patience.toSeconds() + " s");
        } catch (ExecutionException e) {
            return Contents.broken(name(), Fault.FAILS, String.valueOf(e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Contents.broken(name(), Fault.FAILS, "we were stopped while it started");
        }
    }

    private Contents search(ClassLoader loader) {
        Iterator<ConnectorProvider> found =
                ServiceLoader.load(ConnectorProvider.class, loader).iterator();
        Contents contents = Candidate.among(found, Optional.of(name()));
        return contents.candidates().isEmpty() && contents.broken().isEmpty()
                ? Contents.broken(
                        name(),
                        Fault.NO_CONNECTOR,
                        "META-INF/services/" + ConnectorProvider.class.getName())
                : contents;
    }
}
