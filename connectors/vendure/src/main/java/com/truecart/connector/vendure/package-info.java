/**
 * Vendure shops: catalogue by the Shop API, promotions and changes by the Admin API where there is
 * a key, orders as a customer of the shop.
 */
@NullMarked
package com.truecart.connector.vendure;

import org.jspecify.annotations.NullMarked;
