/**
 * Stand-ins for payment providers: each speaks its provider's protocol, keeps books of its own and
 * checks who calls.
 */
@NullMarked
package com.truecart.sandbox.pay;

import org.jspecify.annotations.NullMarked;
