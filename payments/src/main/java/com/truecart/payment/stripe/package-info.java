/** Cards through Stripe's hosted page: held first, taken later, in whole or in part. */
@NullMarked
package com.truecart.payment.stripe;

import org.jspecify.annotations.NullMarked;
