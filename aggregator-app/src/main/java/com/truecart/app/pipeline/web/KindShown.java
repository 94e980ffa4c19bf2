package com.truecart.app.pipeline.web;

import com.truecart.spi.ConnectorDescriptor.Capability;
import com.truecart.spi.Levels.Level;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A kind as the page lists it.
 *
 * @param jar the plug-in it comes from; empty for those that come with Truecart
 * @param levels how far each of its capabilities is shown
 */
public record KindShown(
        String kind, String displayName, Optional<String> jar, Map<Capability, Level> levels) {

    /** What it can, in the order of the contract. */
    public List<Capability> capabilities() {
        return levels.keySet().stream().sorted().toList();
    }
}
