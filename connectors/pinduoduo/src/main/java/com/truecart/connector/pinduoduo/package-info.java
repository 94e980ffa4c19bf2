/** Pinduoduo through its affiliate interface: search, group and coupon prices, tracked links. */
@NullMarked
package com.truecart.connector.pinduoduo;

import org.jspecify.annotations.NullMarked;
