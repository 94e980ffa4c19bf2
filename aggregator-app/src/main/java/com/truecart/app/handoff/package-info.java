/**
 * Visits to stores by tracked links, and what the stores report of the orders made through them.
 * Prices and places know nothing of it.
 */
@ApplicationModule(allowedDependencies = {"connection", "catalog"})
@NullMarked
package com.truecart.app.handoff;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
