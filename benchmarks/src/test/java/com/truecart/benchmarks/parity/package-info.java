@NullMarked
package com.truecart.benchmarks.parity;

import org.jspecify.annotations.NullMarked;
