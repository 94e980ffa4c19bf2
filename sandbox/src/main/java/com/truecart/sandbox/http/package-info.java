/** The little HTTP hosting all shops share. */
@NullMarked
package com.truecart.sandbox.http;

import org.jspecify.annotations.NullMarked;
