/** A shop as one piece: shelf, till, books and delivery behind whatever protocol it speaks. */
@NullMarked
package com.truecart.sandbox.shop;

import org.jspecify.annotations.NullMarked;
