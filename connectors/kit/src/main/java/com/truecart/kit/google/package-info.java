/**
 * Google's product and promotions feeds: how their records are read, and what their promotions mean
 * in our words.
 */
@NullMarked
package com.truecart.kit.google;

import org.jspecify.annotations.NullMarked;
