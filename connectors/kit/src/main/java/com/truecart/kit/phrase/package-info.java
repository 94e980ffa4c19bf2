/** Reads promotions out of the short texts upstreams print beside a price. */
@NullMarked
package com.truecart.kit.phrase;

import org.jspecify.annotations.NullMarked;
