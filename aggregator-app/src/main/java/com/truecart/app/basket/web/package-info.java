/** Pages and API of this feature. */
@NullMarked
package com.truecart.app.basket.web;

import org.jspecify.annotations.NullMarked;
