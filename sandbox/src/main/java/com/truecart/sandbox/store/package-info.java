/** What every shop has behind its protocol: shelf, order book, journal and delivery. */
@NullMarked
package com.truecart.sandbox.store;

import org.jspecify.annotations.NullMarked;
