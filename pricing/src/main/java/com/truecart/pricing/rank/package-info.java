/** The order of offers by what they really cost, with the reason for every place. */
@NullMarked
package com.truecart.pricing.rank;

import org.jspecify.annotations.NullMarked;
