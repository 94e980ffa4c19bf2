package com.truecart.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The contract tests of a module, found by their compiled classes. */
final class ContractTests {
    private static final String ENDING = "ContractTest.class";

    private ContractTests() {}

    /** One of each class in the folder this one was compiled to, itself among them. */
    static Stream<ConnectorContract> beside(Class<? extends ConnectorContract> one) {
        Path root = compiledTo(one);
        return Stream.concat(Stream.of(one), named(root, one.getClassLoader()))
                .distinct()
                .flatMap(found -> instance(found).stream());
    }

    private static Stream<Class<?>> named(Path root, ClassLoader loader) {
        try (Stream<Path> files = Files.walk(root)) {
            List<Class<?>> found =
                    files.filter(file -> file.toString().endsWith(ENDING))
                            .<Class<?>>map(file -> load(root.relativize(file).toString(), loader))
                            .toList();
            return found.stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Class<?> load(String file, ClassLoader loader) {
        String name = file.replaceAll("[/\\\\]", ".").replaceAll("\\.class$", "");
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException vanished) {
            throw new AssertionError(vanished);
        }
    }

    private static Optional<ConnectorContract> instance(Class<?> found) {
        if (Modifier.isAbstract(found.getModifiers())
                || !ConnectorContract.class.isAssignableFrom(found)) {
            return Optional.empty();
        }
        try {
            Constructor<?> constructor = found.getDeclaredConstructor();
            constructor.setAccessible(true);
            return Optional.of((ConnectorContract) constructor.newInstance());
        } catch (ReflectiveOperationException wantsMore) {
            throw new LinkageError(found + " cannot be made without arguments", wantsMore);
        }
    }

    private static Path compiledTo(Class<?> one) {
        try {
            return Path.of(one.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
