/** Stand-in stores that speak real protocols over HTTP, with their own arithmetic and books. */
@NullMarked
package com.truecart.sandbox;

import org.jspecify.annotations.NullMarked;
