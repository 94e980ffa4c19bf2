/**
 * WooCommerce shops through their public Store API: catalogue, quotes and orders without
 * credentials.
 */
@NullMarked
package com.truecart.connector.woocommerce;

import org.jspecify.annotations.NullMarked;
