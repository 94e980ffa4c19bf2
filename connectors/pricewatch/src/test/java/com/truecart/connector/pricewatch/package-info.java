/** Tests of the price watch. */
@NullMarked
package com.truecart.connector.pricewatch;

import org.jspecify.annotations.NullMarked;
