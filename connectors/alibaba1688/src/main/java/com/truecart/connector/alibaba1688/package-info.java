/** 1688, the wholesale market: search, quotes and orders as a registered buyer. */
@NullMarked
package com.truecart.connector.alibaba1688;

import org.jspecify.annotations.NullMarked;
