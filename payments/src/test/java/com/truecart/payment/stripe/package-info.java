/** Stripe, against a stand-in that Stripe's own library drives too. */
@NullMarked
package com.truecart.payment.stripe;

import org.jspecify.annotations.NullMarked;
