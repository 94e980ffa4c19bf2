/** A real Medusa over a PostgreSQL of its own. */
@NullMarked
package com.truecart.realshops.medusa;

import org.jspecify.annotations.NullMarked;
