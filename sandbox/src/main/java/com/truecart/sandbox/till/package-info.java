/** How each shop adds up a cart, and the promotion rules it publishes about that. */
@NullMarked
package com.truecart.sandbox.till;

import org.jspecify.annotations.NullMarked;
