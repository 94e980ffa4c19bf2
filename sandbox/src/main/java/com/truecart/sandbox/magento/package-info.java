/** A shop that speaks Magento's GraphQL API as its guests see it. */
@NullMarked
package com.truecart.sandbox.magento;

import org.jspecify.annotations.NullMarked;
