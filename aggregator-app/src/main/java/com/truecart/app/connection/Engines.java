package com.truecart.app.connection;

import com.truecart.pricing.profile.EngineProfile;
import com.truecart.pricing.profile.EngineProfiles;
import com.truecart.spi.ConnectorDescriptor;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * By which rules the stores behind a connection work out a cart: as an operator set it, else as its
 * kind says of its platform, else ours.
 */
public final class Engines {
    private static final Logger LOG = LoggerFactory.getLogger(Engines.class);

    /** The setting every connection has beside those of its kind; blank means as the kind says. */
    public static final String SETTING = "engine";

    private Engines() {}

    /** What a kind says of its platform; ours where it says nothing. */
    public static EngineProfile of(ConnectorDescriptor kind) {
        return kind.engine().flatMap(EngineProfiles::named).orElse(EngineProfiles.OURS);
    }

    /**
     * The profile of a connection. A name on record that no profile has any more counts as not set:
     * the price then comes with the evidence of the kind's own.
     */
    static EngineProfile of(Connection connection, Optional<ConnectorDescriptor> kind) {
        Optional<String> set = set(connection);
        Optional<EngineProfile> named = set.flatMap(EngineProfiles::named);
        if (named.isEmpty() && set.isPresent()) {
            LOG.warn(
                    "{}: {} {}; its kind's is used meanwhile",
                    connection.id(),
                    SETTING,
                    problemWith(set.get()).orElseThrow());
        }
        return named.or(() -> kind.map(Engines::of)).orElse(EngineProfiles.OURS);
    }

    /** What an operator set; empty where the kind decides. */
    public static Optional<String> set(Connection connection) {
        return Optional.ofNullable(connection.settings().get(SETTING))
                .filter(name -> !name.isBlank());
    }

    /** What is wrong with this name, with the remedy; empty where a profile has it. */
    static Optional<String> problemWith(String name) {
        return EngineProfiles.named(name).isPresent()
                ? Optional.empty()
                : Optional.of(
                        "is '"
                                + name
                                + "', which is no engine we know; choose one of "
                                + EngineProfiles.ALL_PROFILES.stream()
                                        .map(EngineProfile::name)
                                        .collect(Collectors.joining(", "))
                                + ", or leave it empty for what the kind says");
    }
}
