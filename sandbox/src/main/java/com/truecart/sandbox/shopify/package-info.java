/** A shop that speaks Shopify's Storefront API. */
@NullMarked
package com.truecart.sandbox.shopify;

import org.jspecify.annotations.NullMarked;
