/** How products are laid out in an index: the same fields and ready-made tokens in every engine. */
@NullMarked
package com.truecart.search.layout;

import org.jspecify.annotations.NullMarked;
