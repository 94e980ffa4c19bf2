/** Pages and API of this feature. */
@NullMarked
package com.truecart.app.desk.web;

import org.jspecify.annotations.NullMarked;
