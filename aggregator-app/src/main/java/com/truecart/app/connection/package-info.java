/**
 * Kinds of connectors found, connections configured, the host side of their HTTP, documents,
 * secrets and health, and what upstreams send us unasked.
 */
@ApplicationModule(allowedDependencies = {"vault", "web"})
@NullMarked
package com.truecart.app.connection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
