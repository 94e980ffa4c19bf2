/** JD through its affiliate interface: search, coupon prices and tracked links. */
@NullMarked
package com.truecart.connector.jd;

import org.jspecify.annotations.NullMarked;
