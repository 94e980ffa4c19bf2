/** How fast connectors read whole catalogues of real shops. */
@NullMarked
package com.truecart.benchmarks.pull;

import org.jspecify.annotations.NullMarked;
