package com.truecart.spi;

import com.truecart.spi.ConnectorDescriptor.Capability;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * How far each capability of a kind is proven. Its jar says so in {@code
 * META-INF/truecart/levels/<kind>.properties}, one line for each capability ({@code
 * ORDERS=contract}); the kind's contract tests check that it claims no more than they show.
 *
 * @param byCapability what the file states
 */
public record Levels(Map<Capability, Level> byCapability) {
    /** Nothing is stated. */
    public static final Levels NONE = new Levels(Map.of());

    /** How a capability is known to work, from the weakest to the strongest. */
    public enum Level {
        /** The kind says so. */
        DECLARED("declared"),
        /** Its contract tests against a stand-in are green. */
        CONTRACT("contract"),
        /** Seen to hold at a shop system that nobody here wrote, contract tests besides. */
        REAL_SHOP("real-shop");

        private final String word;

        Level(String word) {
            this.word = word;
        }

        /** As the file writes it. */
        public String word() {
            return word;
        }
    }

    public Levels {
        byCapability = Map.copyOf(byCapability);
    }

    /** The level of a capability; {@link Level#DECLARED} where the file is silent. */
    public Level of(Capability capability) {
        return byCapability.getOrDefault(capability, Level.DECLARED);
    }

    /**
     * What the jar of a kind states, read through that jar's own class loader; empty where it
     * states nothing.
     *
     * @throws IllegalArgumentException where the file says something nobody knows, naming it
     */
    public static Optional<Levels> of(ConnectorProvider provider) {
        String place = "META-INF/truecart/levels/" + provider.descriptor().kind() + ".properties";
        ClassLoader jar = provider.getClass().getClassLoader();
        try (InputStream in = jar.getResourceAsStream(place)) {
            return in == null
                    ? Optional.empty()
                    : Optional.of(read(place, new InputStreamReader(in, StandardCharsets.UTF_8)));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /**
     * Reads such a file.
     *
     * @param name for messages
     * @throws IllegalArgumentException where it says something nobody knows, naming it
     */
    public static Levels read(String name, Reader text) throws IOException {
        Properties lines = new Properties();
        lines.load(text);
        Map<Capability, Level> levels = new EnumMap<>(Capability.class);
        for (String key : lines.stringPropertyNames()) {
            levels.put(
                    Arrays.stream(Capability.values())
                            .filter(capability -> capability.name().equals(key))
                            .findFirst()
                            .orElseThrow(() ->
                                    new IllegalArgumentException(
                                            name + ": no capability is called " + key)),
                    level(name, key, lines.getProperty(key).strip().toLowerCase(Locale.ROOT)));
        }
        return new Levels(levels);
    }

    private static Level level(String name, String key, String word) {
        return Arrays.stream(Level.values())
                .filter(level -> level.word.equals(word))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                name
                                        + ": "
                                        + key
                                        + ": expected declared, contract or real-shop, found '"
                                        + word
                                        + "'"));
    }
}
