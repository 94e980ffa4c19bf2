package com.truecart.app.connection;

import com.truecart.spi.ConnectorDescriptor;
import com.truecart.spi.ConnectorDescriptor.Capability;
import com.truecart.spi.ConnectorProvider;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what a kind states of itself in {@code META-INF/truecart/levels/<kind>.properties}: a level
 * per capability ({@code CATALOG=contract}). What is not stated, or not readable, is only declared.
 */
final class LevelFile {
    private static final Logger LOG = LoggerFactory.getLogger(LevelFile.class);

    private LevelFile() {}

    static Map<Capability, Level> of(ConnectorProvider provider, ConnectorDescriptor descriptor) {
        Properties stated = stated(provider, descriptor.kind());
        Map<Capability, Level> levels = new EnumMap<>(Capability.class);
        for (Capability capability : descriptor.capabilities()) {
            levels.put(capability, level(stated.getProperty(capability.name(), "")));
        }
        return levels;
    }

    private static Properties stated(ConnectorProvider provider, String kind) {
        Properties stated = new Properties();
        String place = "META-INF/truecart/levels/" + kind + ".properties";
        ClassLoader loader = provider.getClass().getClassLoader();
        try (InputStream file = loader == null ? null : loader.getResourceAsStream(place)) {
            if (file != null) {
                stated.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            }
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("{} cannot be read: {}", place, e.toString());
        }
        return stated;
    }

    private static Level level(String word) {
        return switch (word.strip().toLowerCase(Locale.ROOT).replace('_', '-')) {
            case "contract" -> Level.CONTRACT;
            case "real-shop" -> Level.REAL_SHOP;
            default -> Level.DECLARED;
        };
    }
}
