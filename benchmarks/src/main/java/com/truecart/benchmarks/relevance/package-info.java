/** How well what is looked for is found, on judged questions. */
@NullMarked
package com.truecart.benchmarks.relevance;

import org.jspecify.annotations.NullMarked;
