/** What every payment provider must do, shown against the sandbox. */
@NullMarked
package com.truecart.payment;

import org.jspecify.annotations.NullMarked;
