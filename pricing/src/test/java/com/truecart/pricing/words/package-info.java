/** What rules and prices read like. */
@NullMarked
package com.truecart.pricing.words;

import org.jspecify.annotations.NullMarked;
