/** The signatures that providers share. */
@NullMarked
package com.truecart.payment.signature;

import org.jspecify.annotations.NullMarked;
