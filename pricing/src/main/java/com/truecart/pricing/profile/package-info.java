/** How stores work a cart out, as data: one evaluator, many profiles. */
@NullMarked
package com.truecart.pricing.profile;

import org.jspecify.annotations.NullMarked;
