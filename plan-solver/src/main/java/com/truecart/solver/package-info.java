/** Finds and proves cheapest plans with OR-tools' CP-SAT, a native library. */
@NullMarked
package com.truecart.solver;

import org.jspecify.annotations.NullMarked;
