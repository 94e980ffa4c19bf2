/**
 * Magento and Adobe Commerce shops through their public GraphQL API: catalogue, quotes and orders
 * as a guest, without credentials.
 */
@NullMarked
package com.truecart.connector.magento;

import org.jspecify.annotations.NullMarked;
