/** Our price beside that of shops nobody here wrote, basket by basket, to the cent. */
@NullMarked
package com.truecart.benchmarks.parity;

import org.jspecify.annotations.NullMarked;
