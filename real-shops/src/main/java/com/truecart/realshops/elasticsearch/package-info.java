/** A real search node beside the real shops, for tests and benchmarks; never shipped. */
@NullMarked
package com.truecart.realshops.elasticsearch;

import org.jspecify.annotations.NullMarked;
