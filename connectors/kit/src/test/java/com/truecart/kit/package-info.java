/** Tests of the kit. */
@NullMarked
package com.truecart.kit;

import org.jspecify.annotations.NullMarked;
