/** Truecart, the application: packages by feature, their boundaries verified by Spring Modulith. */
@NullMarked
package com.truecart.app;

import org.jspecify.annotations.NullMarked;
