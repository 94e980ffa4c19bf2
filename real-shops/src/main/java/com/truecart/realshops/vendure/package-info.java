/**
 * A real Vendure, asked what a basket costs.
 *
 * <p>The names of prices, conditions and actions are Vendure's own, so that a number can be found
 * in its pages. Amounts are whole cents unless a field says otherwise.
 */
@NullMarked
package com.truecart.realshops.vendure;

import org.jspecify.annotations.NullMarked;
