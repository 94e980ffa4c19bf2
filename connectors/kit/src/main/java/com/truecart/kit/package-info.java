/** Tools for authors of connectors: prices, JSON, plain text, and documents read row by row. */
@NullMarked
package com.truecart.kit;

import org.jspecify.annotations.NullMarked;
