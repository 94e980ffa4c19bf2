/**
 * Starts the embedded PostgreSQL where no database address is configured, and keeps its data
 * folder.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package com.truecart.app.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
