/** Reads shops of the kind __DISPLAY__. */
@NullMarked
package com.truecart.connector.__PACKAGE__;

import org.jspecify.annotations.NullMarked;
