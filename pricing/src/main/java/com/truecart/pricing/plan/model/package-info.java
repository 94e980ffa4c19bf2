/**
 * A basket as numbers: what a solver needs to find the cheapest plan and a bound below all of them.
 * All amounts are minor units of the basket's one currency.
 */
@NullMarked
package com.truecart.pricing.plan.model;

import org.jspecify.annotations.NullMarked;
