package com.truecart.app.connection;

import com.truecart.spi.ConnectorDescriptor;
import com.truecart.spi.ConnectorProvider;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The kinds of connectors on the class path. A broken one is listed as broken; it never stops the
 * start.
 */
@Component
public class Kinds {
    private static final Logger LOG = LoggerFactory.getLogger(Kinds.class);

    /** Ends the search where a loader keeps failing without going on. */
    private static final int MOST_BROKEN = 100;

    private final Map<String, ConnectorProvider> providers = new TreeMap<>();
    private final Map<String, ConnectorDescriptor> descriptors = new TreeMap<>();
    private final List<Broken> broken = new ArrayList<>();

    /** A connector that was found and cannot be used. */
    public record Broken(String name, String problem) {}

    @org.springframework.beans.factory.annotation.Autowired
    Kinds() {
        this(ServiceLoader.load(ConnectorProvider.class));
    }

    Kinds(Iterable<ConnectorProvider> found) {
        Iterator<ConnectorProvider> iterator = found.iterator();
        while (broken.size() < MOST_BROKEN) {
            // a jar made for another version of the contract fails in any of these, each with an
            // Error
            ConnectorProvider provider = null;
            try {
                if (!iterator.hasNext()) {
                    break;
                }
                provider = iterator.next();
                add(provider, provider.descriptor());
            } catch (ServiceConfigurationError | LinkageError | RuntimeException e) {
                String name = provider == null ? "a connector" : provider.getClass().getName();
                LOG.warn("{} cannot be used: {}", name, e.toString());
                broken.add(new Broken(name, String.valueOf(e.getMessage())));
            }
        }
        LOG.info("Kinds of connectors: {}", String.join(", ", descriptors.keySet()));
    }

    private void add(ConnectorProvider provider, ConnectorDescriptor descriptor) {
        descriptor
                .engine()
                .flatMap(Engines::problemWith)
                .ifPresent(problem -> {
                    throw new IllegalStateException(
                            "the engine of the kind '" + descriptor.kind() + "' " + problem);
                });
        if (descriptors.putIfAbsent(descriptor.kind(), descriptor) != null) {
            throw new IllegalStateException(
                    "the kind '" + descriptor.kind() + "' is already there; remove one of the two");
        }
        providers.put(descriptor.kind(), provider);
    }

    /** What each usable kind is and needs, in the order of their names. */
    public List<ConnectorDescriptor> all() {
        return List.copyOf(descriptors.values());
    }

    public List<Broken> broken() {
        return List.copyOf(broken);
    }

    public Optional<ConnectorDescriptor> descriptor(String kind) {
        return Optional.ofNullable(descriptors.get(kind));
    }

    Optional<ConnectorProvider> provider(String kind) {
        return Optional.ofNullable(providers.get(kind));
    }
}
