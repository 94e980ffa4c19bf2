/** Taobao and Tmall through their affiliate interface: search, coupon prices and tracked links. */
@NullMarked
package com.truecart.connector.taobao;

import org.jspecify.annotations.NullMarked;
