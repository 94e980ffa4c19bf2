/**
 * Finding products and their offers: what is written to a search index and what can be asked of it,
 * whichever engine answers.
 */
@NullMarked
package com.truecart.search;

import org.jspecify.annotations.NullMarked;
