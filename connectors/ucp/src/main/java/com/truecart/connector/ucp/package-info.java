/**
 * Shops that speak the Universal Commerce Protocol 2026-04-08 over REST or MCP: catalogue, quotes,
 * orders and what they send about them.
 */
@NullMarked
package com.truecart.connector.ucp;

import org.jspecify.annotations.NullMarked;
