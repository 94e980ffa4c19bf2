/** The products that exist in the sandbox, whichever shop sells them. */
@NullMarked
package com.truecart.sandbox.world;

import org.jspecify.annotations.NullMarked;
