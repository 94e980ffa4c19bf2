/** The batch job that pulls a connection: pull, keep raw, validate, record, match, price, index. */
@ApplicationModule(allowedDependencies = {"connection", "catalog", "web"})
@NullMarked
package com.truecart.app.pipeline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
