/** Pages and interface for connections and their pulls. */
@NullMarked
package com.truecart.app.pipeline.web;

import org.jspecify.annotations.NullMarked;
