package com.truecart.app.connection;

import java.util.List;

/**
 * What the code of a plug-in jar finds above its own classes: Java, the contract, the model, the
 * kit with the libraries that show in the kit's signatures, and nothing of the application.
 *
 * <p>So a jar compiled today keeps working when the application changes its own libraries, a jar
 * may bring any library in any version, and no two jars see each other. It is order, not a wall:
 * the code still runs with all the rights of the application (see ADR 16).
 *
 * <p>Resources are not passed on: else every jar would seem to state the connectors that are built
 * in, which {@link java.util.ServiceLoader} looks up as resources.
 */
final class ContractLoader extends ClassLoader {
    private static final List<String> SEEN =
            List.of(
                    "com.truecart.spi.",
                    "com.truecart.model.",
                    "com.truecart.kit.",
                    "org.jspecify.annotations.",
                    "tools.jackson.",
                    "com.fasterxml.jackson.annotation.",
                    "org.jsoup.",
                    "de.siegmar.fastcsv.");

    private final ClassLoader application;

    ContractLoader(ClassLoader application) {
        super("contract", ClassLoader.getPlatformClassLoader());
        this.application = application;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (SEEN.stream().anyMatch(name::startsWith)) {
            return application.loadClass(name);
        }
        throw new ClassNotFoundException(
                name + ": neither in the jar nor part of the contract, the model or the kit");
    }
}
