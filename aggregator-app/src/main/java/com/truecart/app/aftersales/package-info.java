/**
 * What comes after an order: returns, exchanges, repairs, compensation, complaints and changes,
 * with the refund worked out before anything is asked of the store.
 */
@ApplicationModule(allowedDependencies = {"catalog", "connection", "order", "vault", "web"})
@NullMarked
package com.truecart.app.aftersales;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
