/** What tests of several features share. */
@NullMarked
package com.truecart.app.testing;

import org.jspecify.annotations.NullMarked;
