package com.truecart.app.connection;

import com.truecart.app.connection.Kinds.Broken;
import com.truecart.app.connection.Kinds.Fault;
import com.truecart.spi.ConnectorDescriptor;
import com.truecart.spi.ConnectorProvider;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connector that was found and says what it is; it becomes a kind where no other says the same.
 *
 * @param jar the file in the plug-in folder; empty for those that come with Truecart
 */
record Candidate(ConnectorProvider provider, ConnectorDescriptor descriptor, Optional<String> jar) {
    private static final Logger LOG = LoggerFactory.getLogger(Candidate.class);

    /** Ends the search where a loader keeps failing without going on. */
    private static final int MOST_BROKEN = 100;

    /** What a person looks for, to remove it. */
    String name() {
        return jar.orElseGet(() -> provider.getClass().getName());
    }

    /** Asks each provider what it is. What a provider throws, an error too, is only its own end. */
    static PluginJar.Contents among(Iterator<ConnectorProvider> found, Optional<String> jar) {
        List<Candidate> candidates = new ArrayList<>();
        List<Broken> broken = new ArrayList<>();
        while (broken.size() < MOST_BROKEN) {
            // a jar made for another version of the contract fails in any of these
            ConnectorProvider provider = null;
            try {
                if (!found.hasNext()) {
                    break;
                }
                provider = found.next();
                candidates.add(new Candidate(provider, described(provider), jar));
            } catch (RuntimeException | Error e) {
                String name =
                        jar.orElse(
                                provider == null ? "a connector" : provider.getClass().getName());
                LOG.warn("{} cannot be used: {}", name, e.toString());
                broken.add(new Broken(name, Fault.FAILS, words(e)));
            }
        }
        return new PluginJar.Contents(candidates, broken);
    }

    private static ConnectorDescriptor described(ConnectorProvider provider) {
        ConnectorDescriptor descriptor = provider.descriptor();
        descriptor
                .engine()
                .flatMap(Engines::problemWith)
                .ifPresent(problem -> {
                    throw new IllegalStateException(
                            "the engine of the kind '" + descriptor.kind() + "' " + problem);
                });
        return descriptor;
    }

    private static String words(Throwable failure) {
        String cause = failure.getCause() == null ? "" : " (" + failure.getCause() + ")";
        return (failure.getMessage() == null ? failure.toString() : failure.getMessage()) + cause;
    }
}
