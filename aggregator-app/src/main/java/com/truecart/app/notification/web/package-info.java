/** Pages and API of this feature. */
@NullMarked
package com.truecart.app.notification.web;

import org.jspecify.annotations.NullMarked;
