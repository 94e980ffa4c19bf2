/**
 * Shops that speak the Universal Commerce Protocol 2026-04-08 over REST: catalogue, quotes and
 * orders.
 */
@NullMarked
package com.truecart.connector.ucp;

import org.jspecify.annotations.NullMarked;
