/** Search, prices for this shopper, ranking and comparison of products. */
@ApplicationModule(allowedDependencies = {"connection", "catalog", "handoff", "web"})
@NullMarked
package com.truecart.app.compare;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
