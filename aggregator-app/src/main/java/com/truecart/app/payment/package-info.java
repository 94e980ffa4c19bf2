/**
 * Taking shoppers' money: accounts at payment providers, bills, tries to pay them, and what becomes
 * of the money until the provider's record agrees with what was ordered.
 */
@ApplicationModule(allowedDependencies = {"catalog", "connection", "vault", "web"})
@NullMarked
package com.truecart.app.payment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
