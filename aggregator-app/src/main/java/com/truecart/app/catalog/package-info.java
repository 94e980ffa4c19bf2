/**
 * Facts: listings, offers and promotions as stated, products and match decisions, price
 * observations.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package com.truecart.app.catalog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
