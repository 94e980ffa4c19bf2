/** Whole catalogues of real shops, read by our connectors beside a bare fetch of the same pages. */
@NullMarked
package com.truecart.benchmarks.catalogue;

import org.jspecify.annotations.NullMarked;
