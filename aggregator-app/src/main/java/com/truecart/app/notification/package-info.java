/**
 * What shoppers are told of their orders: on pages, and by e-mail, one digest per order. Everything
 * is worked out of what the record shows, so that nothing is lost with a process and nothing is
 * told twice.
 */
@ApplicationModule(allowedDependencies = {"catalog", "order", "web"})
@NullMarked
package com.truecart.app.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
