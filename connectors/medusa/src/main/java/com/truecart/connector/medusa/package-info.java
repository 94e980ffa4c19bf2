/** Medusa 2: the Store API for everyone, the Admin API where the shop gives a secret key. */
@NullMarked
package com.truecart.connector.medusa;

import org.jspecify.annotations.NullMarked;
