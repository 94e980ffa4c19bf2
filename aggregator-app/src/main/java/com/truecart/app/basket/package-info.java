/** Wants and the plans for buying them. */
@ApplicationModule(allowedDependencies = {"connection", "catalog", "compare", "web"})
@NullMarked
package com.truecart.app.basket;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
