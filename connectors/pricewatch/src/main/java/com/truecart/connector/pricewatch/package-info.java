/**
 * Hong Kong's Online Price Watch: daily shelf prices and promotions of nine chains, published by
 * the Consumer Council.
 */
@NullMarked
package com.truecart.connector.pricewatch;

import org.jspecify.annotations.NullMarked;
