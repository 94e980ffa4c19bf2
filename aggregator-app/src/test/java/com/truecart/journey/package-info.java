/** What people do with Truecart from the first page to the parcel, in a real browser. */
@NullMarked
package com.truecart.journey;

import org.jspecify.annotations.NullMarked;
