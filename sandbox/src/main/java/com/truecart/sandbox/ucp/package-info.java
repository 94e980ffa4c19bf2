/** Shops that speak the Universal Commerce Protocol over REST. */
@NullMarked
package com.truecart.sandbox.ucp;

import org.jspecify.annotations.NullMarked;
