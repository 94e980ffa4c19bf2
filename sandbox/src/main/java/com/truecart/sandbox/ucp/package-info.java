/** Shops that speak the Universal Commerce Protocol over REST or MCP. */
@NullMarked
package com.truecart.sandbox.ucp;

import org.jspecify.annotations.NullMarked;
