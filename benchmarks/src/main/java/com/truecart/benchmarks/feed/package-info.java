/** Product feeds of any size in a memory of one size. */
@NullMarked
package com.truecart.benchmarks.feed;

import org.jspecify.annotations.NullMarked;
