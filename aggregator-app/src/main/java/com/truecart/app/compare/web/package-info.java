/** Pages and interface of search, products and comparison. */
@NullMarked
package com.truecart.app.compare.web;

import org.jspecify.annotations.NullMarked;
