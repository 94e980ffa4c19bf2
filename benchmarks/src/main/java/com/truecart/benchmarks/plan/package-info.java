/** The planner against exhaustive search, public instances, seeded instances and real prices. */
@NullMarked
package com.truecart.benchmarks.plan;

import org.jspecify.annotations.NullMarked;
