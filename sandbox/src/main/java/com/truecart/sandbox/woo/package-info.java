/** Shops that speak the WooCommerce Store API. */
@NullMarked
package com.truecart.sandbox.woo;

import org.jspecify.annotations.NullMarked;
