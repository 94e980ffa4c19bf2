/** Asks carriers about parcels, through services, and takes what those send. */
@ApplicationModule(allowedDependencies = {"connection", "order", "web"})
@NullMarked
package com.truecart.app.tracking;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
