/** Shows in a product's words what a question found there. */
@NullMarked
package com.truecart.search.highlight;

import org.jspecify.annotations.NullMarked;
