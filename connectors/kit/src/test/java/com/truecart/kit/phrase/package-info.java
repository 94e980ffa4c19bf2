/** Tests of reading promotion texts. */
@NullMarked
package com.truecart.kit.phrase;

import org.jspecify.annotations.NullMarked;
