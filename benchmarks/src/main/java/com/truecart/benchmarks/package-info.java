/** Measurements, each with a peer or a bound beside it in the same run. */
@NullMarked
package com.truecart.benchmarks;

import org.jspecify.annotations.NullMarked;
