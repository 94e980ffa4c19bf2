/**
 * Kinds of connectors found, connections configured, and the host side of their HTTP, documents,
 * secrets and health.
 */
@ApplicationModule(allowedDependencies = {"vault"})
@NullMarked
package com.truecart.app.connection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
