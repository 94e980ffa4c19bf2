/**
 * What a cart at one store really costs after promotions and delivery, step by step and to the
 * cent.
 */
@NullMarked
package com.truecart.pricing;

import org.jspecify.annotations.NullMarked;
