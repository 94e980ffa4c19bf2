/** Where services send what carriers say. */
@NullMarked
package com.truecart.app.tracking.web;

import org.jspecify.annotations.NullMarked;
