/**
 * A bound below every plan by Lagrangian relaxation, without a solver: that each want is bought
 * once is not asked for but paid for, so every store chooses its order by itself. What no better
 * plan can hold is left out before a solver searches the rest.
 *
 * <p>Source: Held, Wolfe and Crowder, "Validation of subgradient optimization", Mathematical
 * Programming 6 (1974); Geoffrion, "Lagrangean relaxation for integer programming", Mathematical
 * Programming Study 2 (1974).
 */
@NullMarked
package com.truecart.pricing.plan.bound;

import org.jspecify.annotations.NullMarked;
