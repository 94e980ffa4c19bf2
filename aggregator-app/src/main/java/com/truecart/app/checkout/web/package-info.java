/** Pages and API of this feature. */
@NullMarked
package com.truecart.app.checkout.web;

import org.jspecify.annotations.NullMarked;
