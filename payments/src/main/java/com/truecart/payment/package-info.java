/** Taking a shopper's money through a payment provider: what every provider must do. */
@NullMarked
package com.truecart.payment;

import org.jspecify.annotations.NullMarked;
