/**
 * The whole application as processes that are killed, between shops whose own books say what was
 * really ordered: see {@code bin/chaos}.
 */
@NullMarked
package com.truecart.chaos;

import org.jspecify.annotations.NullMarked;
