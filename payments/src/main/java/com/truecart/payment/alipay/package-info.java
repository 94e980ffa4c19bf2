/** Alipay's gateway, version 2: a code to scan, or Alipay's own page. */
@NullMarked
package com.truecart.payment.alipay;

import org.jspecify.annotations.NullMarked;
