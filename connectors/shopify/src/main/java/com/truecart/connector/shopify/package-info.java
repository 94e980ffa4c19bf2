/**
 * Shopify shops through their public Storefront API: catalogue and quotes; the shopper pays at the
 * shop's own checkout.
 */
@NullMarked
package com.truecart.connector.shopify;

import org.jspecify.annotations.NullMarked;
