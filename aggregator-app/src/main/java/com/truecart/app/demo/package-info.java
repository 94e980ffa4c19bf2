/**
 * Starts the sandbox stores and its payment provider beside the app and connects them, for a first
 * look and for tests.
 */
@ApplicationModule(allowedDependencies = {"connection", "payment"})
@NullMarked
package com.truecart.app.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
