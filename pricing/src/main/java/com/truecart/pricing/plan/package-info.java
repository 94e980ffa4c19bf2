/** From wants to a purchase plan: which stores to buy a list from, and what that costs in all. */
@NullMarked
package com.truecart.pricing.plan;

import org.jspecify.annotations.NullMarked;
