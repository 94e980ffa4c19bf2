/** Pages and API of this feature. */
@NullMarked
package com.truecart.app.order.web;

import org.jspecify.annotations.NullMarked;
