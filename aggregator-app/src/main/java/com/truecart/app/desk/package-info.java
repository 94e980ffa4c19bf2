/**
 * What orders and payments cannot settle by themselves, for a person of ours to decide: who decided
 * and why is kept.
 */
@ApplicationModule(allowedDependencies = {"catalog", "connection", "order", "payment", "web"})
@NullMarked
package com.truecart.app.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
