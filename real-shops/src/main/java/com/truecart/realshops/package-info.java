/** Real shop systems, run from npm, for tests and benchmarks; never shipped. */
@NullMarked
package com.truecart.realshops;

import org.jspecify.annotations.NullMarked;
