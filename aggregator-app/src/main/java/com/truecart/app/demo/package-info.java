/** Starts the sandbox stores beside the app and connects them, for a first look and for tests. */
@ApplicationModule(allowedDependencies = {"connection"})
@NullMarked
package com.truecart.app.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
