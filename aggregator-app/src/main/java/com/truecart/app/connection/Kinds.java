package com.truecart.app.connection;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import com.truecart.app.TruecartSettings;
import com.truecart.spi.ConnectorDescriptor;
import com.truecart.spi.ConnectorDescriptor.Capability;
import com.truecart.spi.ConnectorProvider;
import com.truecart.spi.Levels.Level;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The kinds of connectors: those that come with Truecart, and those of the jars in the folder
 * {@code truecart.plugins}, looked for once at the start. A broken one is listed as broken; it
 * never stops the start.
 */
@Component
public class Kinds {
    private static final Logger LOG = LoggerFactory.getLogger(Kinds.class);

    private final Map<String, Known> known = new TreeMap<>();
    private final List<Broken> broken = new ArrayList<>();

    /**
     * A connector that was found and cannot be used.
     *
     * @param name the jar's file name, or the class of one that comes with Truecart
     * @param fault what is wrong in general, which is also what to do about it
     * @param detail what was seen, for whoever mends it
     */
    public record Broken(String name, Fault fault, String detail) {}

    /** What may be wrong with a connector. */
    public enum Fault {
        /** The file is no jar, or may not be read. */
        UNREADABLE,
        /** The manifest does not say for which contract it was built. */
        NO_VERSION,
        /** Built for another contract. */
        OTHER_VERSION,
        /** No provider is named in it. */
        NO_CONNECTOR,
        /** Its code does not get through. */
        FAILS,
        /** Another one says it is of the same kind. Both are refused: either could be meant. */
        SAME_KIND
    }

    private record Known(Candidate candidate, Map<Capability, Level> levels) {}

    @Autowired
    Kinds(TruecartSettings settings, @Value("${truecart.plugins:}") String plugins) {
        this(
                ServiceLoader.load(ConnectorProvider.class),
                plugins.isBlank() ? settings.dataFolder().resolve("plugins") : Path.of(plugins));
    }

    Kinds(Iterable<ConnectorProvider> builtIn, Path plugins) {
        List<PluginJar.Contents> contents = new ArrayList<>();
        contents.add(Candidate.among(builtIn.iterator(), Optional.empty()));
        contents.addAll(PluginJar.in(plugins));
        contents.forEach(one -> broken.addAll(one.broken()));
        contents.stream()
                .flatMap(one -> one.candidates().stream())
                .collect(groupingBy(one -> one.descriptor().kind(), TreeMap::new, toList()))
                .forEach(this::add);
        broken.forEach(one ->
                LOG.warn("{} cannot be used: {}, {}", one.name(), one.fault(), one.detail()));
        LOG.info(
                "Kinds of connectors: {}; plug-ins are looked for in {}",
                String.join(", ", known.keySet()),
                plugins);
    }

    private void add(String kind, List<Candidate> same) {
        if (same.size() == 1) {
            Candidate only = same.getFirst();
            known.put(kind, new Known(only, LevelFile.of(only.provider(), only.descriptor())));
            return;
        }
        String names = same.stream().map(Candidate::name).collect(Collectors.joining(", "));
        same.forEach(one ->
                broken.add(new Broken(one.name(), Fault.SAME_KIND, "'" + kind + "': " + names)));
    }

    /** What each usable kind is and needs, in the order of their names. */
    public List<ConnectorDescriptor> all() {
        return known.values().stream().map(one -> one.candidate().descriptor()).toList();
    }

    public List<Broken> broken() {
        return List.copyOf(broken);
    }

    public Optional<ConnectorDescriptor> descriptor(String kind) {
        return Optional.ofNullable(known.get(kind)).map(one -> one.candidate().descriptor());
    }

    /** How far each capability of a kind is shown, as the kind itself states. */
    public Map<Capability, Level> levels(String kind) {
        return Optional.ofNullable(known.get(kind)).map(Known::levels).orElse(Map.of());
    }

    /** The jar a kind was found in; empty for those that come with Truecart. */
    public Optional<String> jar(String kind) {
        return Optional.ofNullable(known.get(kind)).flatMap(one -> one.candidate().jar());
    }

    Optional<ConnectorProvider> provider(String kind) {
        return Optional.ofNullable(known.get(kind)).map(one -> one.candidate().provider());
    }
}
