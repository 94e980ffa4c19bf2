/**
 * How texts and queries become tokens: the same for every engine, so that all give the same
 * answers.
 */
@NullMarked
package com.truecart.search.analysis;

import org.jspecify.annotations.NullMarked;
