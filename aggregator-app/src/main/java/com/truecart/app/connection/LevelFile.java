package com.truecart.app.connection;

import com.truecart.spi.ConnectorDescriptor;
import com.truecart.spi.ConnectorDescriptor.Capability;
import com.truecart.spi.ConnectorProvider;
import com.truecart.spi.Levels;
import com.truecart.spi.Levels.Level;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a kind states of how far its capabilities are proven ({@link Levels}). What is not stated,
 * or not readable, is only declared: a mistake in that file keeps no shop from being connected.
 */
final class LevelFile {
    private static final Logger LOG = LoggerFactory.getLogger(LevelFile.class);

    private LevelFile() {}

    static Map<Capability, Level> of(ConnectorProvider provider, ConnectorDescriptor descriptor) {
        Levels stated = stated(provider);
        Map<Capability, Level> levels = new EnumMap<>(Capability.class);
        for (Capability capability : descriptor.capabilities()) {
            levels.put(capability, stated.of(capability));
        }
        return levels;
    }

    private static Levels stated(ConnectorProvider provider) {
        try {
            return Levels.of(provider).orElse(Levels.NONE);
        } catch (IllegalArgumentException | UncheckedIOException e) {
            LOG.warn("The levels of {} cannot be read: {}", provider.getClass(), e.getMessage());
            return Levels.NONE;
        }
    }
}
