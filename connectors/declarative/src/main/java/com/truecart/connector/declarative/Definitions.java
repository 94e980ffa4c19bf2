package com.truecart.connector.declarative;

import com.truecart.spi.ConnectorContext;
import com.truecart.spi.Document;
import com.truecart.spi.UpstreamException.Misconfigured;
import com.truecart.spi.UpstreamException.Unavailable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Finds a definition by its name: among the operator's own first, then among those shipped. */
final class Definitions {
    /** Shipped with this kind. */
    static final List<String> BUNDLED = List.of("books-to-scrape", "dummyjson");

    private static final int LARGEST = 1 << 18;

    private Definitions() {}

    /**
     * The definition a connection names.
     *
     * @throws Misconfigured there is none of this name, or it is not sound; naming file, line and
     *     remedy
     */
    static Definition of(ConnectorContext context) {
        String name = context.required(DeclarativeProvider.DEFINITION).strip();
        List<String> own = new ArrayList<>();
        if (context.setting(DeclarativeProvider.DEFINITIONS).isPresent()) {
            for (Document document : context.documents(DeclarativeProvider.DEFINITIONS)) {
                if (document.name().matches("(?i).*\\.ya?ml")) {
                    own.add(document.name().replaceFirst("\\.[^.]+$", ""));
                    if (own.getLast().equals(name)) {
                        return sound(name, document.name(), text(document));
                    }
                }
            }
        }
        Optional<String> bundled = bundled(name);
        if (bundled.isEmpty()) {
            throw new Misconfigured(
                    DeclarativeProvider.DEFINITION,
                    "names '"
                            + name
                            + "', which is not there; there are "
                            + String.join(", ", BUNDLED)
                            + (own.isEmpty() ? "" : " and your own " + String.join(", ", own)));
        }
        return sound(name, name + ".yaml", bundled.get());
    }

    private static Definition sound(String name, String file, String text) {
        Definition definition;
        try {
            definition = DefinitionReader.read(file, text);
        } catch (DefinitionProblem problem) {
            throw new Misconfigured(
                    DeclarativeProvider.DEFINITION,
                    "names '" + name + "', which is not sound: " + problem.getMessage());
        }
        if (!definition.name().equals(name)) {
            throw new Misconfigured(
                    DeclarativeProvider.DEFINITION,
                    "names '"
                            + name
                            + "', but "
                            + file
                            + " calls itself '"
                            + definition.name()
                            + "'; give file and definition one name");
        }
        return definition;
    }

    private static Optional<String> bundled(String name) {
        if (!BUNDLED.contains(name)) {
            return Optional.empty();
        }
        try (InputStream in =
                Objects.requireNonNull(
                        Definitions.class.getResourceAsStream("definitions/" + name + ".yaml"))) {
            return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String text(Document document) {
        try (InputStream in = document.open()) {
            return new String(in.readNBytes(LARGEST), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new Unavailable(
                    document.name() + ": cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }
}
