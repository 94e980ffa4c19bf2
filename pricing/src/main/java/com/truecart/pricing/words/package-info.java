/**
 * The sentence of a rule and the lines of a price, made from what they are in English or Chinese.
 */
@NullMarked
package com.truecart.pricing.words;

import org.jspecify.annotations.NullMarked;
